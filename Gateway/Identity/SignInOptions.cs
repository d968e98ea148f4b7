namespace Gateway.Identity;

/// <summary>Section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "SignIn";

    /// <summary>Life of an access token and of the cookie that carries it.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Life of a refresh token; each use gives a new one with the whole life.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 (OWASP password storage cheat sheet: 210,000). Older hashes are renewed at the next sign-in.</summary>
    public int PasswordIterations { get; set; } = 210_000;

    /// <summary>Wrong attempts at one account from one address. Whoever else guesses at the account does not use up its owner's.</summary>
    public AttemptLimit AccountAndAddress { get; set; } = new() { Attempts = 10, Window = TimeSpan.FromMinutes(10) };

    /// <summary>Wrong attempts from one address at any accounts.</summary>
    public AttemptLimit Address { get; set; } = new() { Attempts = 100, Window = TimeSpan.FromMinutes(10) };

    /// <summary>
    /// Wrong attempts at one account from all addresses together. The window is short, so that a crowd that guesses keeps the owner out for a minute at most
    /// once it stops.
    /// </summary>
    public AttemptLimit Account { get; set; } = new() { Attempts = 60, Window = TimeSpan.FromMinutes(1) };
}

/// <summary>So many attempts in a window that begins with the first of them.</summary>
public sealed class AttemptLimit
{
    public int Attempts { get; set; }

    public TimeSpan Window { get; set; }
}
