using System.Security.Cryptography;
using System.Text;
using ServiceDefaults.Problems;

namespace Gateway.Operators;

/// <summary>
/// Operators are no users: their routes ask for the key in <c>Operators:Key</c>, which <c>./run</c> generates into the data folder. Without a key set the
/// routes do not exist.
/// </summary>
internal sealed class OperatorKey(IConfiguration configuration) : IEndpointFilter
{
    public const string Header = "X-Operator-Key";
    private readonly byte[]? _key = configuration["Operators:Key"] is { Length: > 0 } key ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : null;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (_key is null)
            return new ApiError(StatusCodes.Status404NotFound);
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(context.HttpContext.Request.Headers[Header].ToString()));
        return CryptographicOperations.FixedTimeEquals(given, _key)
            ? await next(context)
            : new ApiError(StatusCodes.Status401Unauthorized, $"The header {Header} does not hold the operators' key.");
    }
}
