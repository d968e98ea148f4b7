using ChatCvService.Conversation.Writing;
using ChatCvService.CvData;

namespace ChatCvService.Conversation.Replies;

/// <summary>What is asked next: a gap in what was just told, else the next section that is missing and was not skipped.</summary>
internal sealed record NextQuestion(Topic Topic, string Text, string? FollowUp = null, Proposal? Proposal = null)
{
    private static readonly Topic[] Order = [Topic.Identity, Topic.Contact, Topic.Letter, Topic.Experience, Topic.Education, Topic.Skills, Topic.Projects, Topic.Awards, Topic.Summary];

    public static NextQuestion For(Cv cv, Memory memory, bool isLetter)
    {
        if (FollowUpOn(cv, memory) is { } followUp)
            return followUp;
        foreach (var topic in Order)
        {
            if (memory.Skipped.Contains(topic) || IsThere(cv, topic, isLetter))
                continue;
            if (topic == Topic.Awards && memory.FollowedUp.Contains("awards"))
                continue;
            return About(topic, cv, memory);
        }

        return new NextQuestion(Topic.None, isLetter
            ? "Your letter has everything it needs. You can finalize it now, or tell me what to change."
            : "Your CV has everything I would ask for. You can finalize it now, or tell me what to add or change.");
    }

    /// <summary>The question that opens a section.</summary>
    public static NextQuestion About(Topic topic, Cv cv, Memory memory) => topic switch
    {
        Topic.Identity => new(topic, cv.PersonalInfo.FullName.Length == 0 && cv.PersonalInfo.Title.Length == 0 ? "What is your name, and what do you do?" : cv.PersonalInfo.FullName.Length == 0 ? "What is your full name?" : "What is your job title, or the one you are aiming for?"),
        Topic.Contact => new(topic, ContactQuestion(cv)),
        Topic.Experience => cv.Experience.Count == 0
            ? new(topic, "Can you tell me about your current or most recent position?")
            : new(topic, "What else should I know about your work experience? You can add another position, or more of what you did."),
        Topic.Education => cv.Education.Count == 0
            ? new(topic, "What did you study, where, and when did you graduate?")
            : new(topic, "What would you like to add or change in your education?"),
        Topic.Skills => new(topic, SkillsQuestion(cv, memory)),
        Topic.Languages => new(topic, "Which languages do you speak, and how well?"),
        Topic.Certifications => new(topic, "Which certificates or licences do you have?"),
        Topic.Projects => new(topic, cv.Experience is [{ Company.Length: > 0 } job, ..]
            ? $"Is there a project or achievement you are proud of, at {job.Company} or elsewhere? Tell me its name, what it was about and what you used. You can also say \"skip\"."
            : "Is there a project or achievement you are proud of? Tell me its name, what it was about and what you used. You can also say \"skip\"."),
        Topic.Awards => new(topic, "Have you received any awards or recognitions? If not, just say no.", "awards"),
        Topic.Letter => new(topic, LetterQuestion(cv)),
        Topic.Summary when SummaryWriter.Write(cv, memory.JobDescription) is { } summary => new(
            Topic.Proposal, $"Here is a summary made from what you told me:\n\n{summary}\n\nShall I use it? You can also write your own, or say \"skip\".", Proposal: new Proposal(ProposalKind.Summary, -1, [summary])),
        _ => new(Topic.Summary, "How would you sum yourself up in two or three sentences? You can also say \"skip\"."),
    };

    public static string NameOf(Topic topic) => topic switch
    {
        Topic.Identity => "your name and title",
        Topic.Contact => "your contact details",
        Topic.Experience => "your work experience",
        Topic.Education => "your education",
        Topic.Skills => "your skills",
        Topic.Languages => "your languages",
        Topic.Certifications => "your certifications",
        Topic.Projects => "your projects and achievements",
        Topic.Awards => "awards",
        Topic.Letter => "the letter",
        _ => "a summary",
    };

    public static bool IsThere(Cv cv, Topic topic, bool isLetter) => topic switch
    {
        Topic.Identity => cv.PersonalInfo.FullName.Length > 0 && cv.PersonalInfo.Title.Length > 0 || cv.PersonalInfo.Title.Length > 0 && cv.PersonalInfo.FullName.Length > 0,
        Topic.Contact => cv.PersonalInfo.Email.Length > 0 || Coverage.HasContact(cv) && cv.PersonalInfo.Phone.Length > 0,
        Topic.Experience => cv.Experience.Count > 0,
        Topic.Education => cv.Education.Count > 0,
        Topic.Skills => Coverage.HasSkills(cv),
        Topic.Projects => cv.KeyProjectsAchievements.Count > 0,
        Topic.Awards => cv.AwardsAndRecognitions.Count > 0,
        Topic.Letter => !isLetter || cv.CoverLetter is { } letter && Coverage.IsWritten(letter),
        _ => cv.Summary.Length > 0,
    };

    private static NextQuestion? FollowUpOn(Cv cv, Memory memory)
    {
        if (memory.Focus == Topic.Experience && memory.Job >= 0 && memory.Job < cv.Experience.Count)
        {
            var job = cv.Experience[memory.Job];
            var key = $"job:{job.Company}:{job.Title}".ToLowerInvariant();
            var at = job.Company.Length > 0 ? $"at {job.Company}" : "there";
            if (!memory.FollowedUp.Contains(key))
            {
                if (job.Company.Length == 0)
                    return new(Topic.Experience, job.Title.Length > 0 ? $"Where did you work as {job.Title}, and from when to when?" : "Where was that, and what was your title?", key);
                if (job.StartDate.Length == 0)
                    return new(Topic.Experience, $"From when to when did you work {at}{(job.DescriptionBullets.Count == 0 ? ", and what did you do there" : "")}?", key);
                if (job.DescriptionBullets.Count == 0)
                    return new(Topic.Experience, $"What {(job.EndDate == MonthPresent ? "do" : "did")} you do {at}? Results and numbers are welcome.", key);
                if (job.Title.Length == 0)
                    return new(Topic.Experience, $"What {(job.EndDate == MonthPresent ? "is" : "was")} your job title {at}?", key);
            }
        }

        if (memory.Focus == Topic.Education && memory.School >= 0 && memory.School < cv.Education.Count)
        {
            var school = cv.Education[memory.School];
            var key = $"school:{school.Institution}:{school.Degree}".ToLowerInvariant();
            if (!memory.FollowedUp.Contains(key))
            {
                if (school.Institution.Length == 0)
                    return new(Topic.Education, "At which school or university was that, and when did you finish?", key);
                if (school.Degree.Length == 0 && school.FieldOfStudy.Length == 0)
                    return new(Topic.Education, $"What did you study at {school.Institution}, and with which degree?", key);
                if (school.GraduationDate.Length == 0)
                    return new(Topic.Education, $"When did you finish at {school.Institution}?", key);
            }
        }

        return null;
    }

    private const string MonthPresent = "Present";

    private static string ContactQuestion(Cv cv)
    {
        var info = cv.PersonalInfo;
        var missing = new List<string>();
        if (info.Email.Length == 0)
            missing.Add("email");
        if (info.Phone.Length == 0)
            missing.Add("phone number");
        if (info.Location.Length == 0)
            missing.Add("location");
        return missing.Count is 3
            ? "Could you share your contact information - email, phone number, and location?"
            : $"Could you also share your {(missing.Count > 0 ? SummaryWriter.Joined(missing) : "LinkedIn or website")}?";
    }

    private static string SkillsQuestion(Cv cv, Memory memory)
    {
        var role = cv.PersonalInfo.Title is { Length: > 0 } title ? $" as a {title}" : "";
        return memory.JobDescription.Length > 0
            ? "Which of the skills in the job description do you have, and which tools do you use? Languages and certificates belong here too."
            : $"Which skills and tools do you use{role}? Languages and certificates belong here too.";
    }

    private static string LetterQuestion(Cv cv)
    {
        var letter = cv.CoverLetter ?? new CoverLetter();
        if (letter.Recipient.Position.Length == 0 && letter.Recipient.Company.Length == 0)
            return "Which position are you applying for, at which company, and do you know the hiring manager's name?";
        if (letter.Recipient.Company.Length == 0)
            return "At which company is that position?";
        if (letter.Recipient.Position.Length == 0)
            return $"Which position at {letter.Recipient.Company} are you applying for?";
        return $"Why do you want to work as {letter.Recipient.Position} at {letter.Recipient.Company}, and what should they know about you? Your words become the body of the letter; I can also draft it when you say \"write my letter\".";
    }
}
