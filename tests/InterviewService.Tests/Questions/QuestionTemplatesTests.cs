using System.Text.RegularExpressions;
using InterviewService.Questions;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Questions;

/// <summary>Rules that every question of the file keeps.</summary>
public sealed partial class QuestionTemplatesTests
{
    private static readonly QuestionTemplates Templates = QuestionTemplates.Read();

    private static readonly Dictionary<string, string[]> PlaceholdersOf = new(StringComparer.Ordinal)
    {
        ["general"] = [], ["project"] = ["project"], ["project + skill"] = ["project", "skill"], ["project + line"] = ["project", "line"], ["skill"] = ["skill"],
        ["skill + project"] = ["skill", "project"], ["skill + line"] = ["skill", "line"], ["gap"] = ["skill"], ["soft gap"] = ["skill"], ["gap + line"] = ["skill", "line"],
        ["experience"] = ["years", "have"], ["line"] = ["line"], ["job"] = ["job"],
    };

    private static IEnumerable<(TemplateKey Key, QuestionTemplate Template)> All => Templates.Keys
        .SelectMany(key => Templates.Of(key.Type, key.Needs, key.Group).Select(template => (key, template)));

    [Fact]
    public void Each_way_to_ask_has_at_least_12_wordings()
    {
        // Years are asked about once a set at most, and a soft gap only of postings that name no other skill.
        foreach (var key in Templates.Keys.Where(key => key.Group is null && key.Needs is not ("experience" or "soft gap")))
            Templates.Of(key.Type, key.Needs).Count().ShouldBeGreaterThanOrEqualTo(12, key.ToString());
    }

    [Fact]
    public void Each_type_has_questions_for_everybody() =>
        ((string[])[QuestionType.ProjectBased, QuestionType.Technical, QuestionType.Situational, QuestionType.Behavioral])
            .ShouldAllBe(type => Templates.Of(type, "general", null).Count() >= 12);

    [Fact]
    public void Each_question_uses_just_the_place_holders_of_its_section()
    {
        foreach (var (key, template) in All)
            Placeholder().Matches(template.Text).Select(match => match.Groups[1].Value).Distinct().Order().ShouldBe(PlaceholdersOf[key.Needs].Order(), template.Text);
    }

    [Fact]
    public void Each_question_is_a_sentence_of_plain_text()
    {
        foreach (var (_, template) in All)
        {
            template.Text.ShouldMatch(@"^[A-Z].*[.?]$");
            template.Text.ShouldNotMatch(@"\s\s|\s$|\s[.?,]|["" ]'|\.\.|<|>");
            template.Text.Count(character => character == '“').ShouldBe(template.Text.Count(character => character == '”'), template.Text);
            template.Text.Contains("“{line}”", StringComparison.Ordinal).ShouldBe(template.Text.Contains("{line}", StringComparison.Ordinal), template.Text);
        }
    }

    // "an {skill}" or "{skill} is" would read wrong for half of the skills.
    [Fact]
    public void No_place_holder_stands_where_an_article_or_a_verb_would_have_to_agree_with_it()
    {
        foreach (var (_, template) in All)
            template.Text.ShouldNotMatch(@"\b[Aa]n? \{|(^|[,.?:] |\b(whether|if|when|that|because|why|how|suppose) )\{skill\} (is|are|was|were|has|have|does)\b|\{skill\}s\b");
    }

    [Fact]
    public void No_question_stands_in_two_sections() =>
        All.Select(entry => entry.Template).Distinct().GroupBy(template => template.Text, StringComparer.Ordinal).ShouldAllBe(same => same.Count() == 1);

    [Fact]
    public void A_theme_joins_at_least_two_questions() =>
        All.Select(entry => entry.Template).Distinct().Where(template => template.Theme is not null).GroupBy(template => template.Theme).ShouldAllBe(theme => theme.Count() >= 2);

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
