using System.Globalization;
using Npgsql;
using ResumeService.Features;
using ResumeService.JobDescriptions;
using ResumeService.Persistence;
using ResumeService.Skills;

namespace ResumeService.Pages;

/// <summary>The form for a job description: what was typed, and what is wrong with it.</summary>
public sealed record JobForm
{
    public string? Text { get; init; }

    public string? Error { get; init; }

    /// <summary>Reads the field <c>job_description</c>; the text is null when it cannot be analysed. Browsers send line ends as two characters, the person counts one.</summary>
    internal static (string? Text, JobForm Form) Read(string? given, bool isRequired)
    {
        var typed = given?.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        var (text, error) = JobDescriptionText.Read(typed);
        var words = error is not null
            ? $"This job description has {typed!.Length.ToString("N0", CultureInfo.InvariantCulture)} characters; the limit is {JobDescriptionText.MaxLength.ToString("N0", CultureInfo.InvariantCulture)}. Paste only the advert itself."
            : text is null && isRequired ? "Paste the job description first." : null;
        return (text, new JobForm { Text = typed, Error = words });
    }

    /// <summary>Keeps a job under the title it names, or else its first words. Null once the user's data was erased.</summary>
    internal static Task<long?> KeepAsync(string text, long userId, NpgsqlDataSource dataSource, SkillMatcher skills, TimeProvider time, CancellationToken cancellationToken)
    {
        const int longest = 80;
        var title = (JobDescription.Parse(text, skills).Title ?? text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "Job").Trim();
        if (title.Length > longest)
            title = title[..(char.IsHighSurrogate(title[longest - 2]) ? longest - 2 : longest - 1)] + "…";
        return StoredJob.KeepAsync(dataSource, userId, title, text, time.GetUtcNow(), cancellationToken);
    }
}
