### The demo's home.

demo-title = Toàn cảnh khu vực
demo-explain = Tám cơ quan và một điều phối viên trên máy này, mỗi bên có bản ghi và khóa riêng. Hãy vào vai một trong số họ.
demo-steward = Chương trình
demo-be = Vào vai { $role }
