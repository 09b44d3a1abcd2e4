### The seat of a mentor.

nav-mentor = Mentoring
role-mentor = Mentor
mentor-title = Cases open to mentors
mentor-none = No case is open to mentors.
mentor-case =
    { $n ->
        [one] Case { $shown }
       *[other] Case { $shown }
    }
mentor-explain = Every person, number, place and state has a stand-in that stays the same. No name, no text of a report and nothing of partners is shown.
mentor-overview = What it is about
mentor-states = States concerned
mentor-state = State { $number }
mentor-stand-in = Who or what
mentor-link = Link
mentor-links = How they are linked
mentor-seen = Where they were seen
mentor-day = Day
mentor-nothing = Nothing.
mentor-advice = Advice
mentor-no-advice = None has been given.
mentor-advise = Give advice
mentor-advise-text = What you advise, and why
mentor-advise-note = It stands in the journal of the case, for the agency alone.
advice-grade = How much it matters
advice-grade-essential = essential
advice-grade-advisable = advisable
advice-grade-optional = worth a thought
mentoring-title = Mentors
mentoring-open = Open this case to mentors
mentoring-close = Close it to mentors
mentoring-note = Mentors of this agency see its structure with stand-ins for names, numbers and places.
