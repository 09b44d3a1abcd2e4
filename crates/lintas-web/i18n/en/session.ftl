### Signing in.

sign-in-title = Sign in
sign-in-login = Sign-in name
sign-in-password = Password
sign-in-code = Code from your authenticator
sign-in-code-hint = Six digits. Leave empty if none was set up for you.
sign-in-do = Sign in
sign-in-failed = The name, the password or the code is wrong.
sign-in-wait = Too many attempts. Try again in { $shown } seconds.
own-title = Your sign-in
own-code = Code from an authenticator
own-code-explain = A code that changes every half minute. Whoever has your password alone cannot sign in.
own-code-do = Set up the code
own-secret = Shown once. Put this into your authenticator now; from the next sign-in on the code is asked for.
