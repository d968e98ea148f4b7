using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;

namespace ChatCvService.Conversation.Understanding;

/// <summary>"Title: X", "Company - Y", "Skills:": lines that say themselves what they hold.</summary>
internal static partial class LabelReader
{
    internal enum Label
    {
        None,
        Name,
        Title,
        Phone,
        Email,
        Location,
        Website,
        Linkedin,
        Summary,
        Company,
        Dates,
        Duties,
        Degree,
        School,
        Field,
        Year,
        Skills,
        Software,
        Languages,
        Certifications,
        Awards,
        Projects,
        Experience,
        Education,
        Grade,
    }

    /// <summary>The label a line begins with and the text behind it.</summary>
    public static (Label Label, Passage Value) Read(Passage line)
    {
        var match = Labelled().Match(line.Text);
        if (!match.Success)
            return (Label.None, line);
        var label = LabelOf(match.Groups["label"].Value);
        return label == Label.None ? (Label.None, line) : (label, line.From(match.Length));
    }

    /// <summary>Reads a labelled value; <paramref name="inJob"/> when the lines around it describe a position. False when the value needs the general readers.</summary>
    public static bool Apply(Label label, Passage value, bool inJob, Reading reading)
    {
        var text = Wording.Clean(value.Text);
        if (text.Length == 0)
            return true;
        switch (label)
        {
            case Label.Name:
                return Person(PersonField.FullName, Wording.Proper(text));
            case Label.Title when inJob:
                return Job(new JobFact(value.Whole) { Title = Wording.Title(text) });
            case Label.Title:
                return Person(PersonField.Title, Wording.Title(text));
            case Label.Location when inJob:
                return Job(new JobFact(value.Whole) { Location = Wording.Proper(text) });
            case Label.Location:
                return Person(PersonField.Location, Wording.Proper(text));
            case Label.Phone or Label.Email or Label.Website or Label.Linkedin:
                // Numbers and addresses were read before; what is left is no address.
                return true;
            case Label.Summary:
                return Person(PersonField.Summary, Wording.Sentence(value.Text.Trim()) + (value.Text.TrimEnd().EndsWith('.') ? "." : ""));
            case Label.Company:
                return Job(new JobFact(value.Whole) { Company = Wording.Proper(text) });
            case Label.Dates:
                var clause = Clause.Of(value, reading.Today);
                var (start, end) = JobReader.DatesOf(clause, isPresent: false);
                return Job(new JobFact(value.Whole) { Start = start, End = end });
            case Label.Duties:
                return Job(new JobFact(value.Whole) { Bullets = [.. ItemsOf(value).Select(item => Wording.Sentence(item.Text)).Where(line => line.Length > 1)] });
            case Label.Degree:
                return School(value, degreeOnly: true);
            case Label.School:
                return School(value, degreeOnly: false);
            case Label.Field:
                reading.Add(new SchoolFact(value.Whole) { Field = Wording.Proper(text) });
                return true;
            case Label.Year:
                reading.Add(new SchoolFact(value.Whole) { Graduation = SchoolReader.GraduationOf(Clause.Of(value, reading.Today)) });
                return true;
            case Label.Grade:
                reading.Add(new SchoolFact(value.Whole) { Details = Wording.Sentence(text) });
                return true;
            case Label.Skills or Label.Software:
                foreach (var item in ItemList.Split(value))
                    SkillReader.Add(item, label == Label.Software ? SkillList.Software : null, reading);
                return true;
            case Label.Languages:
                return LanguageReader.Add(value, reading);
            case Label.Certifications:
                foreach (var item in ItemList.Split(value))
                    CertificationReader.Add(item, reading);
                return true;
            case Label.Awards:
                foreach (var item in value.Text.Contains(';', StringComparison.Ordinal) ? ItemList.Split(value) : [value])
                    AwardReader.Add(item, reading);
                return true;
            case Label.Projects:
                return ProjectReader.ReadLine(value, reading);
            default:
                return false;
        }

        bool Person(PersonField field, string said)
        {
            reading.Add(new PersonFact(value.Whole, field, said));
            return true;
        }

        bool Job(JobFact fact)
        {
            reading.Add(fact);
            return true;
        }

        bool School(Passage said, bool degreeOnly)
        {
            var read = Clause.Of(said, reading.Today);
            if (SchoolReader.IsAbout(read) && SchoolReader.Read(read, reading))
                return true;
            // "School: X, 2015": its date is no part of its name.
            var name = Wording.Proper(read.Text.Split([Passage.Date, ','])[0]);
            reading.Add(degreeOnly ? new SchoolFact(said.Whole) { Degree = name, Graduation = SchoolReader.GraduationOf(read) } : new SchoolFact(said.Whole) { Institution = name, Graduation = SchoolReader.GraduationOf(read) });
            return true;
        }
    }

    private static IEnumerable<Passage> ItemsOf(Passage value) => value.Text.Contains(';', StringComparison.Ordinal)
        ? Pieces(value)
        : ItemList.Split(value);

    private static IEnumerable<Passage> Pieces(Passage value)
    {
        var start = 0;
        for (var i = 0; i <= value.Text.Length; i++)
        {
            if (i < value.Text.Length && value.Text[i] != ';')
                continue;
            yield return value.Slice(start, i - start);
            start = i + 1;
        }
    }

    private static Label LabelOf(string said) => Wording.Key(said) switch
    {
        "name" or "fullname" or "myname" => Label.Name,
        "title" or "jobtitle" or "position" or "role" or "trade" or "profession" or "occupation" or "currentrole" or "currentposition" or "headline" => Label.Title,
        "phone" or "tel" or "telephone" or "mobile" or "cell" or "phonenumber" or "mobilenumber" or "cellphone" or "contactnumber" => Label.Phone,
        "email" or "mail" or "emailaddress" => Label.Email,
        "location" or "city" or "address" or "livesin" or "place" or "residence" or "basedin" or "locatedin" => Label.Location,
        "website" or "portfolio" or "site" or "web" or "github" or "homepage" => Label.Website,
        "linkedin" => Label.Linkedin,
        "summary" or "profile" or "aboutme" or "about" or "professionalsummary" or "objective" or "mysummary" => Label.Summary,
        "company" or "employer" or "organisation" or "organization" or "workplace" => Label.Company,
        "dates" or "date" or "period" or "duration" or "when" or "from" or "employed" => Label.Dates,
        "responsibilities" or "duties" or "tasks" or "description" or "achievements" or "keyresponsibilities" or "whatidid" => Label.Duties,
        "degree" or "qualification" or "diploma" => Label.Degree,
        "school" or "university" or "college" or "institution" => Label.School,
        "field" or "fieldofstudy" or "major" or "subject" or "course" => Label.Field,
        "year" or "graduated" or "graduation" or "graduationdate" or "graduationyear" or "completed" => Label.Year,
        "gpa" or "grade" => Label.Grade,
        "skills" or "keyskills" or "coreskills" or "competencies" or "corecompetencies" or "strengths" or "myskills" or "softskills" or "technicalskills" => Label.Skills,
        "software" or "tools" or "programs" or "technologies" or "techstack" or "programminglanguages" or "itskills" or "computerskills" => Label.Software,
        "languages" or "language" or "spokenlanguages" => Label.Languages,
        "certifications" or "certificates" or "certification" or "licenses" or "licences" or "certificate" or "license" or "licence" or "mycertifications" => Label.Certifications,
        "awards" or "award" or "honours" or "honors" or "recognitions" or "awardsandrecognitions" => Label.Awards,
        "projects" or "project" or "keyprojects" => Label.Projects,
        "experience" or "workexperience" or "employment" or "work" or "job" or "jobs" or "workhistory" => Label.Experience,
        "education" or "studies" => Label.Education,
        _ => Label.None,
    };

    [GeneratedRegex(@"^\W{0,3}(?<label>\p{L}[\p{L}' -]{2,24}?)\s*(?::|=|\s[-–—]\s)\s*", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Labelled();
}
