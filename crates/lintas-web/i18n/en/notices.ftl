### INTERPOL notices.

notice-title = INTERPOL notice or diffusion
notice-none = None has been asked for.
notice-ask = Ask for one
notice-colour = Colour
notice-colour-red = Red
notice-colour-blue = Blue
notice-colour-green = Green
notice-for-red = locate and arrest provisionally, pending extradition
notice-for-blue = more on identity, location or activities
notice-for-green = warning of criminal activity
notice-channel = By which way
notice-channel-notice = notice, published by the General Secretariat
notice-channel-diffusion = diffusion, sent by the national bureau
notice-to = To which states (for a diffusion)
notice-language = Language of the form
notice-form = Form
notice-complete = complete
notice-lacking =
    { $n ->
        [one] ▲ one thing is missing
       *[other] ▲ { $shown } things are missing
    }
notice-note = A notice is not a warrant. It rests on this one; what its colour needs stands in its form.
