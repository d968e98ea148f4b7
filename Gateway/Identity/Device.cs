namespace Gateway.Identity;

/// <summary>What a person calls the device behind a <c>User-Agent</c> header: "Chrome on Windows". Nothing more of the header is kept.</summary>
internal static class Device
{
    // Longer claims stand before the ones they also make: every browser says that it is Safari, most say Chrome.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        if (agent.Length == 0)
            return "";
        return (Find(Browsers, agent), Find(Systems, agent)) switch
        {
            (null, _) => "A program",
            ({ } browser, null) => browser,
            var (browser, system) => $"{browser} on {system}",
        };
    }

    private static string? Find((string Mark, string Name)[] known, string agent)
    {
        foreach (var (mark, name) in known)
        {
            if (agent.Contains(mark, StringComparison.Ordinal))
                return name;
        }

        return null;
    }
}
