namespace ResumeService.Profiles.Jobs;

/// <summary>Which of the two comes first in this resume's jobs.</summary>
internal enum HeadOrder
{
    Unknown,
    TitleFirst,
    CompanyFirst,
}

/// <summary>Title and employer read from the head of an entry.</summary>
/// <param name="Title">The position.</param>
/// <param name="Company">The employer.</param>
/// <param name="Score">How well the head reads as one: higher is better, comparable between readings of the same lines.</param>
/// <param name="Order">Which came first, when both were found and the title's words leave no doubt.</param>
/// <param name="CompanyAlone">The employer fills a line of its own.</param>
internal sealed record JobHead(string? Title, string? Company, double Score, HeadOrder Order, bool CompanyAlone)
{
    public static readonly JobHead Empty = new(null, null, -1.5, HeadOrder.Unknown, false);
}
