namespace InterviewService.Sessions;

/// <summary>The values of <c>status</c> (CONTRACT.md, "S2 sessions").</summary>
internal static class SessionStatus
{
    public const string Created = "CREATED";
    public const string InProgress = "IN_PROGRESS";
    public const string Completed = "COMPLETED";
    public const string Evaluated = "EVALUATED";

    public static bool IsOpen(string status) => status is Created or InProgress;
}
