namespace Gateway.Identity;

/// <summary>Where a sign-in leads back to: a path of ours alone, so that no link sends people from our sign-in to somebody else's page.</summary>
internal static class ReturnPath
{
    /// <summary>The path, or null when there is none that may be followed.</summary>
    public static string? Of(string? given) =>
        given is ['/', ..] && !(given.Length > 1 && given[1] is '/' or '\\') && given.Length <= 2000 && !given.Any(character => char.IsControl(character) || character == '\\') && given != "/"
            ? given
            : null;
}
