### Signing in.

sign-in-title = Đăng nhập
sign-in-login = Tên đăng nhập
sign-in-password = Mật khẩu
sign-in-code = Mã từ ứng dụng xác thực
sign-in-code-hint = Sáu chữ số. Để trống nếu chưa thiết lập cho bạn.
sign-in-do = Đăng nhập
sign-in-failed = Tên, mật khẩu hoặc mã không đúng.
sign-in-wait = Thử quá nhiều lần. Thử lại sau { $shown } giây.
own-title = Đăng nhập của bạn
own-code = Mã từ ứng dụng xác thực
own-code-explain = Mã thay đổi mỗi nửa phút. Người chỉ có mật khẩu của bạn sẽ không đăng nhập được.
own-code-do = Thiết lập mã
own-secret = Chỉ hiện một lần. Hãy nhập ngay vào ứng dụng xác thực; từ lần đăng nhập sau sẽ hỏi mã.
