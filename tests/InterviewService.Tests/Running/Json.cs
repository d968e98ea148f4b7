using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace InterviewService.Tests.Running;

internal static class Json
{
    /// <summary>Sends and reads the JSON answer with its status.</summary>
    public static async Task<(int Status, JsonElement Body)> ReadAsync(this Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object? body) => client.PostAsJsonAsync(path, body);

    public static string[] Names(this JsonElement body) => [.. body.EnumerateObject().Select(property => property.Name)];

    public static string[] Strings(this JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    public static string Text(this JsonElement body, string name) => body.GetProperty(name).GetString()!;

    public static int Number(this JsonElement body, string name) => body.GetProperty(name).GetInt32();

    public static string Error(int status, string message) => string.Create(CultureInfo.InvariantCulture, $$"""{"code":{{status}},"message":"{{message}}","data":null}""");
}
