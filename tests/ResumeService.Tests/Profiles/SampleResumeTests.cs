using ResumeService.Profiles;
using ResumeService.Profiles.Lines;
using ResumeService.Skills;
using ResumeService.Tests.Profiles.Gold;
using ResumeService.Tests.Profiles.Samples;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Profiles;

/// <summary>Twelve invented people of as many trades, written down in every order of a job's facts, with ten styles of dates and ten of headings.</summary>
public sealed class SampleResumeTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly SkillMatcher Skills = new(SkillOntology.Load());

    [Fact]
    public void Every_order_style_and_vocabulary_is_read()
    {
        var board = new Scoreboard();
        for (var head = 0; head < SampleHeads.All.Count; head++)
        {
            for (var who = 0; who < SamplePeople.All.Count; who++)
            {
                var person = SamplePeople.All[who];
                var layout = new SampleLayout(SampleHeads.All[head].Name, SampleHeads.All[head].Head, SampleDates.All[(head + who) % SampleDates.All.Count], SampleHeadings.All[((head * 3) + who) % SampleHeadings.All.Count])
                {
                    BlankLines = (head + who) % 3 != 0,
                    Bullet = (who % 4) switch { 0 => "• ", 1 => "- ", 2 => "* ", _ => null },
                };
                Compare(board, person, layout, ProfileParser.Parse(layout.Write(person), Skills, Today));
            }
        }

        Report(board, "samples", [("name", 98), ("e-mail", 100), ("phone", 100), ("company", 95), ("title", 95), ("years of a job", 97), ("company, title, dates", 93), ("school", 95), ("project", 95), ("certificate", 95), ("years of experience", 96), ("skill", 98)]);
    }

    [Fact]
    public void Resumes_whose_headings_nobody_listed_are_read_by_what_they_hold()
    {
        var board = new Scoreboard();
        for (var head = 0; head < SampleHeads.All.Count; head++)
        {
            for (var who = 0; who < SamplePeople.All.Count; who++)
            {
                var layout = new SampleLayout(SampleHeads.All[head].Name, SampleHeads.All[head].Head, SampleDates.All[(head + who) % SampleDates.All.Count], SampleHeadings.Unlisted[(head + who) % SampleHeadings.Unlisted.Count]);
                Compare(board, SamplePeople.All[who], layout, ProfileParser.Parse(layout.Write(SamplePeople.All[who]), Skills, Today));
            }
        }

        Report(board, "unlisted headings", [("name", 98), ("e-mail", 100), ("company", 90), ("title", 90), ("school", 90), ("years of experience", 90)]);
    }

    [Fact]
    public void Narrow_columns_that_break_lines_are_read()
    {
        var board = new Scoreboard();
        for (var head = 0; head < SampleHeads.All.Count; head++)
        {
            for (var who = 0; who < SamplePeople.All.Count; who++)
            {
                var layout = new SampleLayout(SampleHeads.All[head].Name, SampleHeads.All[head].Head, SampleDates.All[(head + who) % SampleDates.All.Count], SampleHeadings.All[(head + who) % SampleHeadings.All.Count]) { Wrap = 44 };
                Compare(board, SamplePeople.All[who], layout, ProfileParser.Parse(layout.Write(SamplePeople.All[who]), Skills, Today));
            }
        }

        Report(board, "narrow columns", [("name", 98), ("e-mail", 100), ("company", 80), ("title", 80), ("school", 80), ("years of experience", 90)]);
    }

    private void Report(Scoreboard board, string title, IReadOnlyList<(string Field, double Floor)> floors)
    {
        output.WriteLine(board.Table(title));
        output.WriteLine(board.Misses);
        foreach (var (field, floor) in floors)
            board.Share(field).ShouldBeGreaterThanOrEqualTo(floor, $"{field}: {board.Table(title)}");
    }

    private static void Compare(Scoreboard board, SamplePerson person, SampleLayout layout, ResumeProfile profile)
    {
        var where = $"{person.Name} [{layout.Name}; {layout.Dates.Name}; {layout.Headings.Experience}; {(layout.BlankLines ? "blank" : "dense")} {layout.Bullet ?? "prose"}]";
        Check("name", person.Name, profile.Name);
        Check("e-mail", person.Email, profile.Email);
        Check("phone", person.Phone, profile.Phone);
        Check("location", person.Location, profile.Location);
        Check("headline", person.Title, profile.Title);
        foreach (var job in person.Jobs)
        {
            var read = profile.Jobs.MaxBy(candidate => Same(job, candidate));
            var detail = $"'{job.Title}' at '{job.Company}' {job.Start:yyyy-MM}..{job.End:yyyy-MM} was read as '{read?.Title}' at '{read?.Company}' {read?.Start:yyyy-MM}..{read?.End:yyyy-MM}";
            var dates = read is not null && read.Start == job.Start && read.End == job.End && read.IsCurrent == (job.End is null);
            board.Add("company", Key(read?.Company) == Key(job.Company), where, detail);
            board.Add("title", Key(read?.Title) == Key(job.Title), where, detail);
            board.Add("years of a job", dates, where, detail);
            board.Add("company, title, dates", dates && Key(read!.Company) == Key(job.Company) && Key(read.Title) == Key(job.Title), where, detail);
        }

        board.Add("number of jobs", profile.Jobs.Count == person.Jobs.Count, where, $"{person.Jobs.Count} jobs were read as {profile.Jobs.Count}: {string.Join(" | ", profile.Jobs.Select(job => $"{job.Title} @ {job.Company}"))}");
        var months = ExperienceReader.Months(person.Jobs.Select(job => new Job { Start = job.Start, End = job.End, IsCurrent = job.End is null }), Today);
        board.Add("years of experience", profile.ExperienceYears == months / 12, where, $"{months / 12} was read as {profile.ExperienceYears}");
        All("school", person.Schools.Select(school => school.Name), [.. profile.Education.Select(school => school.School ?? "")]);
        All("project", person.Projects.Select(project => project.Name), [.. profile.Projects.Select(project => project.Name)]);
        All("certificate", person.Certifications, profile.Certifications);
        foreach (var skill in person.Skills)
        {
            var known = Skills.Find($"Skills: {skill}") is [var mention] ? mention.Skill.Name : skill;
            board.Add("skill", profile.Skills.Any(read => read.Name == known), where, $"'{skill}' is missing");
        }

        void Check(string field, string expected, string? actual) => board.Add(field, Key(actual) == Key(expected), where, $"'{expected}' was read as '{actual}'");

        void All(string field, IEnumerable<string> expected, IReadOnlyList<string> actual)
        {
            var wanted = expected.ToList();
            foreach (var value in wanted)
                board.Add(field, actual.Any(read => Key(read) == Key(value)), where, $"'{value}' is not among [{string.Join(" | ", actual)}]");

            board.Add($"{field} count", actual.Count == wanted.Count, where, $"{wanted.Count} were read as [{string.Join(" | ", actual)}]");
        }
    }

    private static int Same(SampleJob sample, Job job) => (Key(sample.Company) == Key(job.Company) ? 2 : 0) + (Key(sample.Title) == Key(job.Title) ? 2 : 0) + (sample.Start == job.Start ? 1 : 0) + (sample.End == job.End ? 1 : 0);

    private static string Key(string? text) => new([.. TextShape.Fold(text ?? "").Where(char.IsLetterOrDigit)]);
}
