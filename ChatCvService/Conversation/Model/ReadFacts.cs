using System.Globalization;
using ChatCvService.Conversation.Dates;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Writing;
using ServiceDefaults.Ai;

namespace ChatCvService.Conversation.Model;

/// <summary>Reads the facts of a message: the same facts that the rules read, merged by the same rules. Each word and each month of a value stands in the message.</summary>
internal static class ReadFacts
{
    private const string Instructions = """
        A person tells about themselves so that a CV can be written. Read the facts of "message" and nothing else; "cv" is what is known already and "asked" what the last question
        was about, to understand short answers by. A value uses the person's own words: what is not in the message stays an empty text or an empty list. Do not
        repeat what only "cv" has. Fix capital letters, never words.
        "jobs": one for each position that is told about; a sentence that goes on about a position named in "cv" has that position's company and title only when the message names them.
        "bullets" are short lines of what the person did. "schools" likewise. Dates are MM/YYYY, a year alone is 01/YYYY, "Present" for what goes on; "today" is for "last year"
        or "for three years". "isCorrection" is true when the person corrects what was said before. "skills": "software" are programs, languages of programming and tools,
        "languages" are spoken ones, with the level in brackets when it was said, "core" all others. "letter" is for a cover letter only: whom it addresses and words meant for it.
        "isJobPosting" is true when the message is the text of a job that the person applies for; then everything else stays empty. What the person does not have, does
        not want or wants removed is no fact.
        """;

    private static readonly AnswerSchema Schema = new("cv_facts", """
        {
          "type": "object",
          "properties": {
            "person": {
              "type": "object",
              "properties": {
                "fullName": { "type": "string", "maxLength": 200 },
                "title": { "type": "string", "maxLength": 200 },
                "phone": { "type": "string", "maxLength": 60 },
                "email": { "type": "string", "maxLength": 254 },
                "linkedin": { "type": "string", "maxLength": 300 },
                "website": { "type": "string", "maxLength": 300 },
                "location": { "type": "string", "maxLength": 200 },
                "summary": { "type": "string", "maxLength": 3000 }
              },
              "required": ["fullName", "title", "phone", "email", "linkedin", "website", "location", "summary"],
              "additionalProperties": false
            },
            "jobs": {
              "type": "array",
              "maxItems": 30,
              "items": {
                "type": "object",
                "properties": {
                  "title": { "type": "string", "maxLength": 200 },
                  "company": { "type": "string", "maxLength": 200 },
                  "location": { "type": "string", "maxLength": 200 },
                  "start": { "type": "string", "maxLength": 10 },
                  "end": { "type": "string", "maxLength": 10 },
                  "bullets": { "type": "array", "maxItems": 40, "items": { "type": "string", "minLength": 2, "maxLength": 600 } },
                  "isCorrection": { "type": "boolean" }
                },
                "required": ["title", "company", "location", "start", "end", "bullets", "isCorrection"],
                "additionalProperties": false
              }
            },
            "schools": {
              "type": "array",
              "maxItems": 20,
              "items": {
                "type": "object",
                "properties": {
                  "institution": { "type": "string", "maxLength": 200 },
                  "degree": { "type": "string", "maxLength": 200 },
                  "field": { "type": "string", "maxLength": 200 },
                  "graduation": { "type": "string", "maxLength": 10 },
                  "details": { "type": "string", "maxLength": 600 },
                  "isCorrection": { "type": "boolean" }
                },
                "required": ["institution", "degree", "field", "graduation", "details", "isCorrection"],
                "additionalProperties": false
              }
            },
            "skills": {
              "type": "object",
              "properties": {
                "core": { "type": "array", "maxItems": 60, "items": { "type": "string", "minLength": 1, "maxLength": 120 } },
                "software": { "type": "array", "maxItems": 60, "items": { "type": "string", "minLength": 1, "maxLength": 120 } },
                "languages": { "type": "array", "maxItems": 30, "items": { "type": "string", "minLength": 2, "maxLength": 120 } },
                "certifications": { "type": "array", "maxItems": 30, "items": { "type": "string", "minLength": 2, "maxLength": 200 } }
              },
              "required": ["core", "software", "languages", "certifications"],
              "additionalProperties": false
            },
            "projects": {
              "type": "array",
              "maxItems": 30,
              "items": {
                "type": "object",
                "properties": {
                  "name": { "type": "string", "maxLength": 200 },
                  "description": { "type": "string", "maxLength": 1000 },
                  "areas": { "type": "array", "maxItems": 30, "items": { "type": "string", "minLength": 1, "maxLength": 120 } }
                },
                "required": ["name", "description", "areas"],
                "additionalProperties": false
              }
            },
            "awards": { "type": "array", "maxItems": 30, "items": { "type": "string", "minLength": 2, "maxLength": 300 } },
            "letter": {
              "type": "object",
              "properties": {
                "company": { "type": "string", "maxLength": 200 },
                "manager": { "type": "string", "maxLength": 200 },
                "position": { "type": "string", "maxLength": 200 },
                "opening": { "type": "string", "maxLength": 2000 },
                "body": { "type": "string", "maxLength": 6000 },
                "closing": { "type": "string", "maxLength": 2000 }
              },
              "required": ["company", "manager", "position", "opening", "body", "closing"],
              "additionalProperties": false
            },
            "isJobPosting": { "type": "boolean" }
          },
          "required": ["person", "jobs", "schools", "skills", "projects", "awards", "letter", "isJobPosting"],
          "additionalProperties": false
        }
        """);

    internal sealed record Answer(
        Person Person, IReadOnlyList<Job> Jobs, IReadOnlyList<School> Schools, Skills Skills, IReadOnlyList<Project> Projects, IReadOnlyList<string> Awards, Letter Letter, bool IsJobPosting);

    internal sealed record Person(string FullName, string Title, string Phone, string Email, string Linkedin, string Website, string Location, string Summary);

    internal sealed record Job(string Title, string Company, string Location, string Start, string End, IReadOnlyList<string> Bullets, bool IsCorrection);

    internal sealed record School(string Institution, string Degree, string Field, string Graduation, string Details, bool IsCorrection);

    internal sealed record Skills(IReadOnlyList<string> Core, IReadOnlyList<string> Software, IReadOnlyList<string> Languages, IReadOnlyList<string> Certifications);

    internal sealed record Project(string Name, string Description, IReadOnlyList<string> Areas);

    internal sealed record Letter(string Company, string Manager, string Position, string Opening, string Body, string Closing);

    public static AiTask<Answer> Task(BuiltInEngine.Opening opening, DateOnly today) => new()
    {
        Name = "chat.facts",
        Instructions = Instructions,
        Data = new
        {
            message = opening.Text,
            asked = opening.Memory.Asked.ToString(),
            speaksOf = opening.Memory.Focus.ToString(),
            document = opening.Start.DocType,
            today = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            cv = opening.Draft.Cv,
        },
        Schema = Schema,
        ProblemsOf = answer => ProblemsOf(answer, opening.Text, today),
    };

    /// <summary>As the rules would have read them, in the order in which a CV is told.</summary>
    public static IReadOnlyList<Fact> FactsOf(Answer answer, BuiltInEngine.Opening opening)
    {
        var whole = new Span(0, opening.Text.Length);
        if (answer.IsJobPosting)
            return [new JobDescriptionFact(whole, opening.Text.Trim())];
        var facts = new List<Fact>();
        var person = answer.Person;
        AddPerson(PersonField.FullName, Wording.Proper(person.FullName));
        AddPerson(PersonField.Title, Wording.Title(person.Title));
        AddPerson(PersonField.Phone, person.Phone.Trim());
        AddPerson(PersonField.Email, person.Email.Trim());
        AddPerson(PersonField.Linkedin, person.Linkedin.Trim());
        AddPerson(PersonField.Website, person.Website.Trim());
        AddPerson(PersonField.Location, Wording.Proper(person.Location));
        AddPerson(PersonField.Summary, person.Summary.Trim());
        facts.AddRange(answer.Jobs.Select(job => new JobFact(whole)
        {
            Title = Wording.Title(job.Title),
            Company = Wording.Proper(job.Company),
            Location = Wording.Proper(job.Location),
            Start = job.Start,
            End = job.End,
            Bullets = [.. job.Bullets.Select(Wording.Sentence)],
            IsCorrection = job.IsCorrection,
        }));
        facts.AddRange(answer.Schools.Select(school => new SchoolFact(whole)
        {
            Institution = Wording.Proper(school.Institution),
            Degree = Wording.Clean(school.Degree),
            Field = Wording.Proper(school.Field),
            Graduation = school.Graduation,
            Details = Wording.Clean(school.Details),
            IsCorrection = school.IsCorrection,
        }));
        AddSkills(SkillList.Core, answer.Skills.Core);
        AddSkills(SkillList.Software, answer.Skills.Software);
        AddSkills(SkillList.Languages, answer.Skills.Languages);
        AddSkills(SkillList.Certifications, answer.Skills.Certifications);
        facts.AddRange(answer.Projects.Select(project => new ProjectFact(whole)
        {
            Name = Wording.Proper(project.Name), Description = Wording.Sentence(project.Description), Areas = [.. project.Areas.Select(Wording.Clean)],
        }));
        facts.AddRange(answer.Awards.Select(award => new AwardFact(whole, Wording.Sentence(award))));
        if (opening.Start.IsLetter)
        {
            AddLetter(LetterField.Company, Wording.Proper(answer.Letter.Company));
            AddLetter(LetterField.Manager, Wording.Proper(answer.Letter.Manager));
            AddLetter(LetterField.Position, Wording.Title(answer.Letter.Position));
            AddLetter(LetterField.Opening, answer.Letter.Opening.Trim());
            AddLetter(LetterField.Body, answer.Letter.Body.Trim());
            AddLetter(LetterField.Closing, answer.Letter.Closing.Trim());
        }

        return facts;

        void AddPerson(PersonField field, string value)
        {
            if (value.Length > 0)
                facts.Add(new PersonFact(whole, field, value));
        }

        void AddSkills(SkillList list, IReadOnlyList<string> skills) => facts.AddRange(skills.Select(skill => new SkillFact(whole, list, skill.Trim())));

        void AddLetter(LetterField field, string value)
        {
            if (value.Length > 0)
                facts.Add(new LetterFact(whole, field, value));
        }
    }

    private static IEnumerable<string> ProblemsOf(Answer answer, string message, DateOnly today)
    {
        var problems = new List<string>();
        var (person, letter) = (answer.Person, answer.Letter);
        // Names and lists are the person's words and nothing else; lines of text may be joined by small words.
        string?[] names =
        [
            person.FullName, person.Title, person.Phone, person.Email, person.Linkedin, person.Website, person.Location,
            .. answer.Jobs.SelectMany(job => new[] { job.Title, job.Company, job.Location }),
            .. answer.Schools.SelectMany(school => new[] { school.Institution, school.Degree, school.Field }),
            .. answer.Skills.Core, .. answer.Skills.Software, .. answer.Skills.Languages, .. answer.Skills.Certifications,
            .. answer.Projects.SelectMany(project => project.Areas.Append(project.Name)), .. answer.Awards, letter.Company, letter.Manager, letter.Position,
        ];
        string?[] lines =
        [
            person.Summary, letter.Opening, letter.Body, letter.Closing,
            .. answer.Jobs.SelectMany(job => job.Bullets), .. answer.Schools.Select(school => school.Details), .. answer.Projects.Select(project => project.Description),
        ];
        foreach (var (value, mayJoin) in names.Select(value => (value, false)).Concat(lines.Select(value => (value, true))))
        {
            if (!string.IsNullOrEmpty(value) && Support.Unsupported(value, message, allowGlue: mayJoin) is { Count: > 0 } unsupported)
                problems.Add($"\"{value}\" has words that the message does not: {string.Join(", ", unsupported.Take(6))}");
        }

        foreach (var address in (string[])[person.Email, person.Linkedin, person.Website])
        {
            if (!message.Contains(address, StringComparison.OrdinalIgnoreCase))
                problems.Add($"\"{address}\" does not stand in the message");
        }

        foreach (var start in answer.Jobs.Select(job => job.Start).Concat(answer.Schools.Select(school => school.Graduation)))
            CheckDate(start, mayBePresent: false);
        foreach (var end in answer.Jobs.Select(job => job.End))
            CheckDate(end, mayBePresent: true);
        return problems;

        void CheckDate(string date, bool mayBePresent)
        {
            if (date.Length == 0 || (mayBePresent && date == MonthYear.Present))
                return;
            if (MonthYear.Parse(date) is not { Month: >= 1 and <= 12, Year: >= 1900 and <= 2100 })
                problems.Add($"\"{date}\" must be MM/YYYY{(mayBePresent ? ", Present" : "")} or empty");
            else if (!Support.SaysMonth(date, message, today))
                problems.Add($"the date {date} does not follow from the message");
        }
    }
}
