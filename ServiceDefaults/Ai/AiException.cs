namespace ServiceDefaults.Ai;

/// <summary>Why a task of the language model failed.</summary>
public enum AiFailure
{
    /// <summary>The provider has no key.</summary>
    NoKey,

    /// <summary>No connection, or one that broke.</summary>
    Network,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>429.</summary>
    RateLimited,

    /// <summary>408 or 5xx.</summary>
    ServerError,

    /// <summary>Another 4xx: a wrong key, an unknown model.</summary>
    Rejected,

    /// <summary>The API does not take a JSON schema.</summary>
    SchemaRejected,

    /// <summary>Too many calls failed lately: none is made now.</summary>
    CircuitOpen,

    /// <summary>The model declined, or a filter held its answer back.</summary>
    Refused,

    /// <summary>What came is no chat completion, or far too much.</summary>
    BadResponse,

    /// <summary>Neither the first answer nor the repaired one kept to the schema and to the source.</summary>
    InvalidAnswer,
}

/// <summary>
/// The language model did not do its task. Carries no message of the API and no inner exception: those may quote the key, the prompt or the answer.
/// </summary>
public sealed class AiException : Exception
{
    public AiException(AiFailure failure, TimeSpan? retryAfter = null)
        : base($"The language model failed: {failure}.")
    {
        Failure = failure;
        RetryAfter = retryAfter;
    }

    public AiFailure Failure { get; }

    /// <summary>When the API wants to be asked again; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The same call may succeed a moment later.</summary>
    internal bool IsTransient => Failure is AiFailure.Network or AiFailure.Timeout or AiFailure.RateLimited or AiFailure.ServerError;
}
