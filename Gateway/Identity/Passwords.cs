using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gateway.Identity;

/// <summary>Hashes and verifies passwords with ASP.NET Core's hasher, at most one per processor at a time: a flood of sign-ins must not take the proxy's threads.</summary>
internal sealed class Passwords : IDisposable
{
    private static readonly object NoUser = new();
    private readonly PasswordHasher<object> _hasher;
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);
    private readonly string _nobodys;

    public Passwords(IOptions<SignInOptions> options)
    {
        _hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordIterations }));
        _nobodys = _hasher.HashPassword(NoUser, Guid.NewGuid().ToString());
    }

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        RunAsync(() => _hasher.HashPassword(NoUser, password), cancellationToken);

    /// <summary>
    /// Verifies <paramref name="password"/>. Without a hash (no such user) it works as long and fails, so that the time does not tell who has an account.
    /// </summary>
    public async Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        var result = await RunAsync(() => _hasher.VerifyHashedPassword(NoUser, hash ?? _nobodys, password), cancellationToken);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    public void Dispose() => _processors.Dispose();

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _processors.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _processors.Release();
        }
    }
}
