### Signing in.

sign-in-title = Sign in
sign-in-login = Sign-in name
sign-in-password = Password
sign-in-code = Code from your authenticator
sign-in-code-hint = Six digits. Leave empty if none was set up for you.
sign-in-do = Sign in
sign-in-failed = The name, the password or the code is wrong.
sign-in-wait = Too many attempts. Try again in { $shown } seconds.
passkey-title = Passkey
passkey-explain = With a passkey your device signs you in; no password can be stolen.
passkey-do = Sign in with a passkey
passkey-own = Your passkeys
passkey-add = Add a passkey on this device
passkey-failed = The passkey did not work. Sign in with name, password and code.
