using System.Globalization;
using System.Security.Claims;
using System.Text;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace InterviewService.Reports;

/// <summary><c>GET /interviews/reports/{id}/plan.ics?start=2026-11-25&amp;time=19:00</c>: the plan for a calendar; without a time its events take whole days.</summary>
internal static class GetPlanCalendar
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    public static async Task<IResult> HandleAsync(
        string id, string? start, string? time, ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await StoredReport.FindAsync(dataSource, user.UserId(), id, cancellationToken) is not { } report)
            return ReportAnswers.NoSuchReport;

        var first = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
        if (!string.IsNullOrEmpty(start)
            && !(DateOnly.TryParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first) && first >= Earliest && first <= Latest))
            return new ApiError(StatusCodes.Status400BadRequest, "The first day must be a date like 2026-11-25.");
        TimeOnly? begins = null;
        if (!string.IsNullOrEmpty(time))
        {
            if (!TimeOnly.TryParseExact(time, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
                return new ApiError(StatusCodes.Status400BadRequest, "The time must be one like 19:00.");
            begins = parsed;
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(PreparationCalendar.Write(report, first, begins)), "text/calendar; charset=utf-8", $"plan_{report.Id}.ics");
    }
}
