using System.Globalization;
using ChatCvService.Conversation.Vocabulary;
using ChatCvService.CvData;
using ResumeService.Contracts;

namespace ChatCvService.Resumes;

/// <summary>A parsed resume as <c>cv_data</c>: what it says and nothing else.</summary>
internal static class ResumeCv
{
    private const string SpokenLanguages = "Spoken languages";

    public static Cv Of(DocumentAnalysis resume)
    {
        var (person, analysis) = (resume.Profile, resume.Analysis);
        var tools = analysis.Skills.Where(skill => skill.Category != SpokenLanguages).Select(skill => skill.Name).ToLookup(SoftwareWords.IsSoftware);
        return new Cv
        {
            PersonalInfo = new PersonalInfo
            {
                FullName = person.Name ?? "",
                Title = analysis.Title ?? "",
                Email = person.Email ?? "",
                Phone = person.Phone ?? "",
                Location = person.Location ?? "",
                Linkedin = person.Links.FirstOrDefault(IsLinkedIn) ?? "",
                Website = person.Links.FirstOrDefault(link => !IsLinkedIn(link)) ?? "",
            },
            Summary = person.Summary ?? "",
            Experience = [.. analysis.Jobs.Select(job => new Job
            {
                Title = job.Title ?? "",
                Company = job.Company ?? "",
                StartDate = Month(job.Start),
                EndDate = job.IsCurrent ? "Present" : Month(job.End),
                DescriptionBullets = job.Highlights,
            })],
            Education = [.. person.Education.Select(school => new School
            {
                Institution = school.School ?? "",
                Degree = school.Degree ?? "",
                // A resume prints the year; the month is nobody's to invent.
                GraduationDate = school.EndYear?.ToString(CultureInfo.InvariantCulture) ?? "",
            })],
            Skills = new SkillSet
            {
                CoreCompetencies = [.. tools[false]],
                SoftwareProficiency = [.. tools[true]],
                LanguageFluency = [.. analysis.Skills.Where(skill => skill.Category == SpokenLanguages).Select(skill => skill.Name)],
                Certifications = person.Certifications,
            },
            KeyProjectsAchievements = [.. analysis.Projects.Select(project => new Project
            {
                Name = project.Name,
                Description = string.Join('\n', project.Highlights),
                KeyAreasUsed = project.TechStack,
            })],
        };
    }

    private static bool IsLinkedIn(string link) => link.Contains("linkedin.", StringComparison.OrdinalIgnoreCase);

    private static string Month(DateOnly? month) => month is { } known ? known.ToString("MM'/'yyyy", CultureInfo.InvariantCulture) : "";
}
