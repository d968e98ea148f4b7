namespace ServiceDefaults.Web;

/// <summary>The parts of the app that have pages: the top bar, and on a phone the bottom bar.</summary>
public static class Sections
{
    /// <summary>The page above all parts, which the app's name leads to.</summary>
    public const string Home = "home";
    public const string Resumes = "resumes";
    public const string Interviews = "interviews";
    public const string Cvs = "cvs";
    public const string Account = "account";

    public static IReadOnlyList<Section> All { get; } =
    [
        new(Resumes, "Resumes", "/resumes", "file"),
        new(Interviews, "Interviews", "/interviews", "chat"),
        new(Cvs, "CVs", "/cvs", "page"),
        new(Account, "Account", "/account", "person"),
    ];
}

/// <param name="Id">Names the part in code.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Path">Its first page.</param>
/// <param name="Icon">Symbol of <see cref="Icon"/>.</param>
public sealed record Section(string Id, string Name, string Path, string Icon);
