### Requests for information between agencies.

tab-inquiries = Questions
inquiries-title = Requests for information
inquiries-none = No questions.
inquiries-note = What is overdue stands first. A yes is a record that was released before; nothing leaves by the answer itself.
inquiry-ask = Ask an agency
inquiry-question = Question
inquiry-answer = Answer
inquiry-text = In your words
inquiry-record = The released record that answers it
inquiry-record-hint = Reports that { $agency } has been given. If none fits, release one first and come back.
inquiry-talk = Conversation
inquiry-silent = Nobody has answered yet.
inquiry-state-asked = asked
inquiry-state-with-lead = with the lead
inquiry-state-answered = answered
inquiry-state-declined = declined
inquiry-state-withdrawn = taken back
inquiry-move-yes = Yes: here it is
inquiry-move-no = No: we hold nothing
inquiry-move-ask-lead = Ask my lead
inquiry-move-decline = It cannot be given
inquiry-move-withdraw = Take the question back
