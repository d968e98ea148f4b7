using System.Text.Json.Nodes;
using System.Text.Json;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Writing;
using ChatCvService.CvData;
using ChatCvService.Tests.Documents;
using FsCheck.Fluent;
using FsCheck;
using Shouldly;
using Testing;
using Xunit;

namespace ChatCvService.Tests.Conversation.Writing;

/// <summary>A summary proposed from what the CV holds.</summary>
public sealed class SummaryWriterTests
{
    // What joins the facts to sentences.
    private static readonly HashSet<string> Joints = new(StringComparer.OrdinalIgnoreCase) { "currently", "at", "since", "with", "experience", "previously", "and", "skilled", "in", "studied", "for", "the", "speaks" };

    private static readonly Arbitrary<Cv> Cvs = (
        from title in Gen.Elements("", "Nurse", "UX Designer")
        from firms in Gen.SubListOf("Acme Ltd", "Zeta & Sons", "ÖBB")
        from end in Gen.Elements("Present", "02/2021", "")
        from start in Gen.Elements("", "03/2019")
        from core in Gen.SubListOf("triage", "wound care", "fault finding")
        from software in Gen.SubListOf("Python", "Excel")
        from languages in Gen.SubListOf("English (fluent)", "German", "French (B2)")
        from degree in Gen.Elements("", "BSc")
        from field in Gen.Elements("", "Nursing")
        from school in Gen.Elements("", "University of Leeds")
        select new Cv
        {
            PersonalInfo = new() { FullName = "Ana Ruiz", Title = title },
            Experience = [.. firms.Select(firm => new Job { Title = "Assistant", Company = firm, StartDate = start, EndDate = end })],
            Education = degree.Length + field.Length + school.Length > 0 ? [new() { Degree = degree, FieldOfStudy = field, Institution = school }] : [],
            Skills = new() { CoreCompetencies = [.. core], SoftwareProficiency = [.. software], LanguageFluency = [.. languages] },
        }).ToArbitrary();

    [Fact]
    public void Every_word_of_it_stands_in_the_CV() => Check.One(Properties.Cases(500), Prop.ForAll(Cvs, Gen.Elements("", "We look for Excel and triage; you have 9 years of Rust").ToArbitrary(), (cv, posting) =>
    {
        var known = Wording.WordsOf(string.Join('\n', Texts(JsonSerializer.SerializeToNode(cv)))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Wording.WordsOf(SummaryWriter.Write(cv, posting) ?? "").All(word => known.Contains(word) || Joints.Contains(word));
    }));

    [Fact]
    public void It_has_two_to_four_sentences()
    {
        foreach (var cv in (Cv[])[SampleCvs.Nurse, SampleCvs.Engineer, SampleCvs.ManyJobs])
            Sentences.Split(new Passage(SummaryWriter.Write(cv, "").ShouldNotBeNull(), 0)).Count().ShouldBeInRange(2, 4);
    }

    [Fact]
    public void Of_too_little_there_is_none() => SummaryWriter.Write(new Cv { PersonalInfo = new() { FullName = "Ana Ruiz", Title = "Nurse" } }, "").ShouldBeNull();

    [Fact]
    public void The_postings_skills_stand_first() =>
        SummaryWriter.Write(new Cv { PersonalInfo = new() { Title = "Nurse" }, Skills = new() { CoreCompetencies = ["rota planning", "mentoring", "triage"] } }, "You are good at triage")
            .ShouldNotBeNull().ShouldContain("Skilled in triage,");

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject record => record.SelectMany(member => Texts(member.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
