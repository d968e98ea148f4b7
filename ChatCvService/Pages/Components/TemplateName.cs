namespace ChatCvService.Pages.Components;

/// <summary>A template's code as people read it.</summary>
internal static class TemplateName
{
    public static string Of(string code) => code.Length == 0 ? code : char.ToUpperInvariant(code[0]) + code[1..];
}
