namespace Gateway.Identity;

/// <summary>A user as the API shows it and as the columns of <c>users</c> are read.</summary>
public sealed record User(long Id, string Email, string? Username, string? FullName, DateTimeOffset CreatedAt)
{
    /// <summary>The columns of a <see cref="User"/>, in order.</summary>
    public const string Columns = "id, email, username, full_name, created_at";
}
