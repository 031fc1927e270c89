using System.Net.Http.Headers;

namespace PosCases.Web.Api;

/// <summary>What a program prefers to be answered with, by <c>Prefer</c> (RFC 7240). A preference that is not known is no mistake.</summary>
internal static class ApiPreference
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Prefer";

    private const string AppliedHeader = "Preference-Applied";
    private const string Return = "return";
    private const string Minimal = "minimal";

    /// <summary>Whether it wants to know that it was done and nothing more.</summary>
    public static bool WantsMinimal(HttpContext http)
    {
        foreach (var wish in http.Request.Headers.GetCommaSeparatedValues(Header))
        {
            // Of several, the first counts.
            if (NameValueWithParametersHeaderValue.TryParse(wish, out var wished) && wished.Name.Equals(Return, StringComparison.OrdinalIgnoreCase))
            {
                return Minimal.Equals(wished.Value?.Trim('"'), StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    /// <summary>Says that it was answered as preferred.</summary>
    public static void SayMinimal(HttpContext http) => http.Response.Headers[AppliedHeader] = $"{Return}={Minimal}";
}
