### Signing in.

sign-in-title = Sign in
sign-in-login = Sign-in name
sign-in-password = Password
sign-in-code = Code from your authenticator
sign-in-code-hint = Six digits, or one of your recovery codes. Leave empty if none was set up.
sign-in-do = Sign in
sign-in-failed = The name, the password or the code is wrong.
sign-in-wait = Too many attempts. Try again in { $shown } seconds.
own-title = Your sign-in
own-code = Code from an authenticator
own-code-explain = A code that changes every half minute. Whoever has your password alone cannot sign in.
own-code-do = Set up the code
own-secret = Shown once. Put this into your authenticator now, then confirm it below with the first code it shows.
sign-in-passkey = Sign in with a passkey
sign-in-passkey-failed = The passkey was not accepted. Try again, or sign in with your password.
own-password = Your present password
own-password-wrong = This is not your present password.
own-code-on = asked for at sign-in
own-code-off = not set up
own-code-first = The code that the authenticator shows now
own-code-wrong = This is not the code that it shows now. Check the clock of the device.
own-code-confirm = Confirm
own-code-again = Set up another device
own-code-remove = Take the code away
own-recovery-left =
    { $n ->
        [one] one recovery code left
       *[other] { $shown } recovery codes left
    }
own-recovery-new = New recovery codes
own-recovery-once = Shown once. Print these and lock them away: each opens your sign-in once, in place of a code.
own-passkeys = Passkeys
own-passkeys-explain = A key in your device or on your key ring takes the place of password and code. It cannot be typed into a false page.
own-passkeys-none = You have no passkey yet.
own-passkey-label = Name of the key
own-passkey-label-hint = So that you know it again, for example: blue key.
own-passkey-label-wrong = Give the key a name that none of your keys has yet.
own-passkey-add = Register a passkey
own-passkey-remove = Remove
own-passkey-where = Passkeys need a browser that has them, with scripts on, and the address { $host }.
own-passkey-nowhere = This node has no address to which passkeys could be bound. Its administrator sets web_origin in node.toml.
print = Print
purpose-for = Acting for
purpose-note = Recorded with everything you look at and write.
