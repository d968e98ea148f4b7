using Microsoft.AspNetCore.Components;
using ServiceDefaults.Web;

namespace InterviewService.Pages;

/// <summary>What a form that was not taken is answered.</summary>
internal static class PageForms
{
    /// <summary>To htmx the words, which it puts beside the form; without script the page again, with everything that was typed.</summary>
    /// <param name="request">The form.</param>
    /// <param name="status">400 or above.</param>
    /// <param name="field">Id of the field to mend; null when it is none of them.</param>
    /// <param name="words">What is wrong and what to do.</param>
    /// <param name="page">Parameters of the page.</param>
    public static async Task<IResult> RefusedAsync<TPage>(HttpRequest request, int status, string? field, string words, Func<Task<object>> page)
        where TPage : IComponent =>
        request.IsFragmentRequest()
            ? PlatformPages.Html<FormError>(new { Field = field, Words = words }, status)
            : PlatformPages.Html<TPage>(await page(), status);

    /// <summary>A text as it is kept: browsers send line ends as two characters, the person counts one.</summary>
    public static string TextIn(IFormCollection form, string name) => Questions.Text.Storable(form[name].ToString()).ReplaceLineEndings("\n");
}
