using System.Globalization;
using System.Text;

namespace InterviewService.Reports;

/// <summary>
/// A preparation plan as a calendar (RFC 5545): an event for each day, of the whole day or from a time on. Written twice it is the same file, and imported twice it
/// replaces itself. Pure.
/// </summary>
internal static class PreparationCalendar
{
    private const int MaxOctets = 75;
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);

    /// <param name="report">Whose plan it is.</param>
    /// <param name="start">Its first day.</param>
    /// <param name="time">When the events begin, by the clock of whoever reads the calendar; null for whole days.</param>
    public static string Write(StoredReport report, DateOnly start, TimeOnly? time)
    {
        var calendar = new StringBuilder();
        Line(calendar, "BEGIN:VCALENDAR");
        Line(calendar, "VERSION:2.0");
        Line(calendar, "PRODID:-//Interview Platform//Preparation plan//EN");
        Line(calendar, "CALSCALE:GREGORIAN");
        foreach (var day in report.Content.PreparationPlan)
        {
            var date = start.AddDays(day.Day - 1);
            Line(calendar, "BEGIN:VEVENT");
            Line(calendar, $"UID:report-{report.Id}-day-{day.Day}@interview-platform");
            Line(calendar, $"DTSTAMP:{report.UpdatedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            if (time is { } clock)
            {
                // Local time without a zone: seven in the evening wherever the person is.
                var begins = date.ToDateTime(clock);
                Line(calendar, $"DTSTART:{Moment(begins)}");
                Line(calendar, $"DTEND:{Moment(begins + Length)}");
            }
            else
            {
                Line(calendar, $"DTSTART;VALUE=DATE:{Date(date)}");
                Line(calendar, $"DTEND;VALUE=DATE:{Date(date.AddDays(1))}");
                Line(calendar, "TRANSP:TRANSPARENT");
            }

            Line(calendar, $"SUMMARY:{Escape($"Day {day.Day}: {day.Focus}")}");
            Line(calendar, $"DESCRIPTION:{Escape($"{report.Title}\n\n{string.Join('\n', day.Tasks.Select(task => "- " + task))}")}");
            Line(calendar, "END:VEVENT");
        }

        Line(calendar, "END:VCALENDAR");
        return calendar.ToString();
    }

    private static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Moment(DateTime moment) => moment.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    // Section 3.3.11; control characters have no place in a text.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            _ = character switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(character),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append(' '),
                _ when char.IsControl(character) => escaped,
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    // Section 3.1: at most 75 octets to a line without its end; what goes on begins with a space. No character is torn apart.
    private static void Line(StringBuilder calendar, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                calendar.Append("\r\n ");
                octets = 1;
            }

            calendar.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        calendar.Append("\r\n");
    }
}
