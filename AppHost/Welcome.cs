namespace AppHost;

/// <summary>What a newcomer can do once the platform runs.</summary>
internal static class Welcome
{
    public static string Text(Uri address, Uri dashboard)
    {
        var at = address.ToString().TrimEnd('/');
        return $$"""
            PLATFORM READY {{at}} dashboard={{dashboard.ToString().TrimEnd('/')}}

              Web page    {{at}}/
              API         {{at}}/docs
              Operators   {{dashboard}}

              Try it from another terminal:
                curl {{at}}/api/v1/auth/register -H 'Content-Type: application/json' -d '{"email":"me@example.com","password":"correct horse battery"}'
                TOKEN=$(curl -s {{at}}/api/v1/auth/login -H 'Content-Type: application/json' -d '{"email":"me@example.com","password":"correct horse battery"}' | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
                curl {{at}}/api/upload_resume -H "Authorization: Bearer $TOKEN" -F resume=@resume.pdf -F 'job_description=Senior Backend Engineer with Python and AWS experience'

              Ctrl-C stops everything.

            """;
    }
}
