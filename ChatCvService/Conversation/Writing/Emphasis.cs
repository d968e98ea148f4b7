namespace ChatCvService.Conversation.Writing;

/// <summary>What a job description names comes first.</summary>
internal static class Emphasis
{
    public static IEnumerable<string> Order(IEnumerable<string> items, string jobDescription) =>
        jobDescription.Length == 0 ? items : items.OrderBy(item => IsNamed(item, jobDescription) ? 0 : 1);

    public static bool IsNamed(string item, string jobDescription)
    {
        for (var at = jobDescription.IndexOf(item, StringComparison.OrdinalIgnoreCase); at >= 0; at = jobDescription.IndexOf(item, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + item.Length;
            if ((at == 0 || !char.IsLetterOrDigit(jobDescription[at - 1])) && (end == jobDescription.Length || !char.IsLetterOrDigit(jobDescription[end])))
                return true;
        }

        return false;
    }
}
