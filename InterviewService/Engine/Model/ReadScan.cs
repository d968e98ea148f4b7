using InterviewService.Questions;
using ServiceDefaults.Ai;

namespace InterviewService.Engine.Model;

/// <summary>Has a language model read a resume that is pictures only, after OCR found nothing in it.</summary>
internal sealed class ReadScan(StructuredChat chat)
{
    private const string Instructions = """
        The pictures are the pages of a resume. Write down its text as "text", line by line in reading order, word for word in its own language. Add nothing, leave nothing out and correct
        nothing; what cannot be read is left out. When the pages hold no text that can be read, "text" is empty.
        """;

    private static readonly AnswerSchema Schema = new("scan_text", """
        {
          "type": "object",
          "properties": { "text": { "type": "string", "maxLength": 60000 } },
          "required": ["text"],
          "additionalProperties": false
        }
        """);

    internal sealed record Answer(string Text);

    /// <exception cref="AiException">The model failed.</exception>
    public async Task<string> ReadAsync(IReadOnlyList<byte[]> pages, CancellationToken cancellationToken)
    {
        var answer = await chat.AskAsync(
            new AiTask<Answer>
            {
                Name = "interview.scan",
                Instructions = Instructions,
                Data = new { pages = pages.Count },
                Schema = Schema,
                ProblemsOf = _ => [],
                Images = [.. pages.Select(page => (ReadOnlyMemory<byte>)page)],
            },
            cancellationToken);
        return Text.Storable(answer.Text).Trim();
    }
}
