#pragma warning disable CA1032, MA0015 // The constructors are the original's.
namespace Grpc.Core;

/// <summary>How a call ended; the numbers are gRPC's.</summary>
public enum StatusCode
{
    OK = 0,
    Cancelled = 1,
    Unknown = 2,
    InvalidArgument = 3,
    DeadlineExceeded = 4,
    NotFound = 5,
    AlreadyExists = 6,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    FailedPrecondition = 9,
    Aborted = 10,
    OutOfRange = 11,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
    DataLoss = 15,
    Unauthenticated = 16,
}

/// <param name="StatusCode">What kind of end it was.</param>
/// <param name="Detail">What the server said of it.</param>
/// <param name="DebugException">What was thrown on this side, if anything was.</param>
public readonly record struct Status(StatusCode StatusCode, string Detail, Exception? DebugException = null);

/// <summary>A call that did not end well; thrown for a cancelled call too, as gRPC's client does.</summary>
public sealed class RpcException(Status status) : Exception($"Status(StatusCode=\"{status.StatusCode}\", Detail=\"{status.Detail}\")", status.DebugException)
{
    public Status Status { get; } = status;

    public StatusCode StatusCode => Status.StatusCode;
}
