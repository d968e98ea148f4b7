using System.Text.Json.Nodes;
using ChatCvService.CvData;
using ChatCvService.Documents.Export;
using Shouldly;
using Xunit;

namespace ChatCvService.Tests.Documents.Export;

public sealed class JsonResumeTests
{
    private static readonly Dictionary<string, Cv> People = new(StringComparer.Ordinal)
    {
        ["nurse"] = SampleCvs.Nurse, ["engineer"] = SampleCvs.Engineer, ["name in Chinese"] = SampleCvs.Chinese, ["many jobs"] = SampleCvs.ManyJobs, ["minimal"] = SampleCvs.Minimal, ["letter"] = SampleCvs.Letter, ["nothing"] = new(),
        ["odd"] = new()
        {
            PersonalInfo = new() { FullName = "X", Email = "no mail", Website = "see my page", Linkedin = "on LinkedIn as X", Location = " , ,Leeds" },
            Experience = [new() { Title = "Cook", StartDate = "13/2020", EndDate = "soon" }, new() { Company = "Acme", StartDate = "2019", EndDate = "Present" }],
            Education = [new() { GraduationDate = "05/2017" }],
            Skills = new() { LanguageFluency = ["French - B2", "Serbo-Croatian", ""], Certifications = [" "] },
        },
    };

    public static TheoryData<string> Names => [.. People.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_keeps_the_rules_of_the_schema(string person) => JsonResumeRules.Broken(Write(People[person])).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"skill":[]}""", "skill is no section")]
    [InlineData("""{"work":{}}""", "work is no list")]
    [InlineData("""{"work":[{"startDate":"03/2020"}]}""", "work.startDate is no date: \"03/2020\"")]
    [InlineData("""{"basics":{"email":"nobody","url":"page"}}""", "basics.email is no email: \"nobody\"")]
    [InlineData("""{"skills":[{"keywords":"Go"}]}""", "skills.keywords is no texts: \"Go\"")]
    public void The_rules_find_what_is_wrong(string json, string broken) => JsonResumeRules.Broken(JsonNode.Parse(json)).ShouldContain(broken);

    [Fact]
    public void Dates_are_ISO_and_an_open_end_is_left_out()
    {
        var work = Write(SampleCvs.Nurse)["work"]!.AsArray();

        work[0]!["startDate"]!.GetValue<string>().ShouldBe("2020-03");
        work[0]!["endDate"].ShouldBeNull();
        work[1]!["endDate"]!.GetValue<string>().ShouldBe("2020-02");
    }

    [Fact]
    public void What_nobody_said_is_left_out()
    {
        var resume = Write(SampleCvs.Minimal).AsObject();

        resume.Select(member => member.Key).ShouldBe(["$schema", "basics", "education", "skills", "meta"]);
        resume["basics"]!.AsObject().Select(member => member.Key).ShouldBe(["name", "email"]);
    }

    [Fact]
    public void A_letter_travels_beside_the_person()
    {
        var resume = Write(SampleCvs.Letter);

        resume["basics"]!["name"]!.GetValue<string>().ShouldBe("Sarah Johnson");
        resume["meta"]!["coverLetter"]!["recipient"]!["company"]!.GetValue<string>().ShouldBe("Northwind Analytics");
    }

    private static JsonNode Write(Cv cv) => JsonNode.Parse(JsonResume.Write(cv.Document()))!;
}
