using ChatCvService.CvData;

namespace ChatCvService.Conversation.Writing;

/// <summary>Opening, body and closing of a letter from what the CV and the person's own words hold; parts that were written stay.</summary>
internal static class LetterWriter
{
    /// <summary>Null when neither position nor employer is known, or there is nothing to say about the person.</summary>
    public static IReadOnlyList<string>? Write(Cv cv, string jobDescription)
    {
        var letter = cv.CoverLetter ?? new CoverLetter();
        var (company, position) = (letter.Recipient.Company, letter.Recipient.Position);
        if (company.Length == 0 && position.Length == 0)
            return null;
        var opening = letter.Opening.Length > 0 ? letter.Opening
            : $"I am applying for the {(position.Length > 0 ? position + " position" : "position")}{(company.Length > 0 ? $" at {company}" : "")}.";
        var body = letter.Body.Length > 0 ? letter.Body : Body(cv, jobDescription);
        if (body.Length == 0)
            return null;
        var closing = letter.Closing.Length > 0 ? letter.Closing : "I would welcome the chance to talk about the role. Thank you for your time.";
        return [opening, body, closing];
    }

    private static string Body(Cv cv, string jobDescription)
    {
        var sentences = new List<string>();
        if (cv.Experience.FirstOrDefault(job => job.Company.Length > 0) is { } job)
        {
            var what = job.Title.Length > 0 ? $"as {job.Title} at {job.Company}" : $"at {job.Company}";
            sentences.Add($"{(job.EndDate == "Present" ? "I am currently working" : "I worked")} {what}.");
            var lines = Emphasis.Order(job.DescriptionBullets, jobDescription).Take(2).ToList();
            if (lines.Count > 0)
                sentences.Add($"My work there: {string.Join("; ", lines.Select(Lower))}.".Replace("My work there:", job.EndDate == "Present" ? "My work:" : "My work was:", StringComparison.Ordinal));
        }

        var skills = Emphasis.Order(cv.Skills.CoreCompetencies.Concat(cv.Skills.SoftwareProficiency), jobDescription).Take(4).ToList();
        if (skills.Count > 0)
            sentences.Add($"I bring experience in {SummaryWriter.Joined(skills)}.");
        return string.Join(' ', sentences);
    }

    private static string Lower(string line) => line.Length > 1 && char.IsLower(line[1]) ? char.ToLowerInvariant(line[0]) + line[1..] : line;
}
