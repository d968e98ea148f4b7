using ChatCvService.Conversation.Vocabulary;
using ChatCvService.Conversation.Writing;
using ChatCvService.CvData;
using ServiceDefaults.Ai;

namespace ChatCvService.Conversation.Model;

/// <summary>Words a text that is proposed to the person, from the person's own facts: no number, no name and no tool that the CV does not have.</summary>
internal static class WordProposal
{
    private const string Instructions = """
        You word a part of the person's CV. "lines" is a plain draft made from "cv"; write it better: for "Bullets" each line as action, what, result; for "Summary" two to four sentences;
        for "Letter" opening, body and closing. Keep to the facts of "cv" and of the draft: no new number, name, employer, title, skill, tool or date, and no praise that no fact
        carries. When "jobDescription" is there, what it asks for and the CV has comes first; nothing else is taken from it. Return as many lines as the draft has, in its order.
        """;

    private static readonly AnswerSchema Schema = new("proposal", """
        {
          "type": "object",
          "properties": { "lines": { "type": "array", "minItems": 1, "maxItems": 40, "items": { "type": "string", "minLength": 3, "maxLength": 3000 } } },
          "required": ["lines"],
          "additionalProperties": false
        }
        """);

    internal sealed record Answer(IReadOnlyList<string> Lines);

    public static AiTask<Answer> Task(Turn turn, Proposal proposal)
    {
        var source = CvJson.Write(turn.Cv) + '\n' + string.Join('\n', proposal.Lines);
        var check = new SourceCheck(source);
        return new AiTask<Answer>
        {
            Name = "chat.proposal",
            Instructions = Instructions,
            Data = new { kind = proposal.Kind.ToString(), lines = proposal.Lines, cv = turn.Cv, jobDescription = turn.Memory.JobDescription },
            Schema = Schema,
            ProblemsOf = answer =>
            [
                .. answer.Lines.Count == proposal.Lines.Count ? (string[])[] : [$"lines must be {proposal.Lines.Count}"],
                .. answer.Lines.SelectMany((line, place) => check.ProblemsOf($"line {place + 1}", line)),
                // Tools are also written without a capital.
                .. answer.Lines.SelectMany(line => Support.Unsupported(line, source)).Where(word => SoftwareWords.IsSoftware(word) && !CommonWords.Contains(word)).Distinct(StringComparer.Ordinal)
                    .Select(word => $"{word} is no tool of this CV"),
            ],
        };
    }

    /// <summary>The new words in the place of the draft, in the reply as in what waits for a yes.</summary>
    public static Turn Apply(Turn turn, Proposal proposal, Answer answer)
    {
        var lines = answer.Lines.Select(line => line.Trim()).ToList();
        return turn with
        {
            Reply = turn.Reply.Replace(Shown(proposal.Kind, proposal.Lines), Shown(proposal.Kind, lines), StringComparison.Ordinal),
            Memory = turn.Memory with { Proposal = proposal with { Lines = lines } },
        };
    }

    private static string Shown(ProposalKind kind, IReadOnlyList<string> lines) => kind switch
    {
        ProposalKind.Bullets => string.Join('\n', lines.Select(line => "- " + line)),
        ProposalKind.Letter => string.Join("\n\n", lines),
        _ => lines[0],
    };}
