using System.Security.Cryptography;
using System.Text;
using ResumeService.Contracts;

namespace InterviewService.Questions.Selection;

/// <summary>
/// Questions about a person's own projects, lines, jobs and gaps, each with what belongs to a good answer. No answer is known beforehand, so the key points name
/// the parts of the story, not its words.
/// </summary>
internal sealed class OwnWorkQuestions
{
    /// <summary>Of questions about projects.</summary>
    public const string ProjectType = "PROJECT";

    /// <summary>Of questions about what somebody did, felt and learned.</summary>
    public const string BehavioralType = "BEHAVIORAL";

    /// <summary>Of questions about what somebody would do.</summary>
    public const string SituationalType = "SITUATIONAL";

    // A set of the writer; another seed gives further ones.
    private const int SetSize = 20;

    private readonly QuestionWriter _english;
    private readonly QuestionWriter _chinese;

    public OwnWorkQuestions(QuestionTemplates english)
    {
        _english = new QuestionWriter(english);
        _chinese = new QuestionWriter(QuestionTemplates.Read(Interviewee.Chinese));
    }

    /// <summary>Up to <paramref name="sets"/> sets of 20, no two questions alike.</summary>
    public IReadOnlyList<InterviewQuestion> Write(Interviewee person, string seed, int sets)
    {
        var writer = person.Language == Interviewee.Chinese ? _chinese : _english;
        // The resume's id would make the same resume another one at each upload.
        var resume = person.Resume with { ResumeId = 0 };
        return [.. Enumerable.Range(0, sets)
            .SelectMany(set => writer.Write(resume, ResumeEvidence.None, SetSize, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seed}/{set}")))
            .DistinctBy(question => question.Text, StringComparer.Ordinal)
            .Select(question => Complete(question, person))];
    }

    private static InterviewQuestion Complete(WrittenQuestion question, Interviewee person)
    {
        var words = OwnWorkWords.Of(person.Language);
        var guide = words.Guide(question);
        var (type, category) = About(question, person.Resume, words);
        return new InterviewQuestion
        {
            Key = "own-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.Text)).AsSpan(0, 8)),
            Text = question.Text,
            Kind = question.Type,
            Type = type,
            Category = category,
            Intention = guide.Intention,
            Why = words.Why(question),
            ReferenceAnswer = words.Outline(question, guide.KeyPoints),
            KeyPoints = guide.KeyPoints,
            FollowUp = guide.FollowUp,
            IsStory = true,
            IsOwn = question.Needs != "general",
            Line = question.Line,
        };
    }

    private static (string Type, string Category) About(WrittenQuestion question, ResumeAnalysis resume, OwnWorkWords words) => question.Type switch
    {
        QuestionType.ProjectBased => (ProjectType, words.Projects),
        QuestionType.Technical when question.Needs.StartsWith("skill", StringComparison.Ordinal) => (question.Subject.ToUpperInvariant(), GroupOf(question.Subject, resume) ?? words.Technical),
        QuestionType.Technical => ("TECHNICAL", words.Technical),
        QuestionType.Situational when question.Needs.Contains("gap", StringComparison.Ordinal) => (question.Subject.ToUpperInvariant(), GroupOf(question.Subject, resume) ?? words.Situational),
        QuestionType.Situational => (SituationalType, words.Situational),
        _ => (BehavioralType, words.Behavioral),
    };

    private static string? GroupOf(string skill, ResumeAnalysis resume) =>
        resume.Skills.FirstOrDefault(shown => shown.Name.Equals(skill, StringComparison.OrdinalIgnoreCase))?.Category ?? resume.JobSkillGroups.GetValueOrDefault(skill);
}
