using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace PosCases.Web.Cases.Papers;

/// <summary>A posted form with one file at its end, read straight from the socket: no part of the file lies anywhere before it is taken.</summary>
/// <param name="Fields">The fields before the file.</param>
/// <param name="Name">What the sender's device calls the file.</param>
/// <param name="Content">Its bytes, to be read once.</param>
internal sealed record OneFileForm(IReadOnlyDictionary<string, string> Fields, string Name, Stream Content)
{
    private const int LongestField = 4096;
    private const int MostFields = 8;

    /// <summary>Reads up to the file; none when it is no such form.</summary>
    public static async Task<OneFileForm?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
        {
            return null;
        }

        MultipartReader reader = new(boundary.ToString(), request.Body);
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        while (fields.Count <= MostFields && await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
            {
                return null;
            }

            if (part.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).ToString();
                return new OneFileForm(fields, name, section.Body);
            }

            var buffer = new byte[LongestField];
            var length = await section.Body.ReadAtLeastAsync(buffer, LongestField, throwOnEndOfStream: false, ct);
            if (length == LongestField)
            {
                return null;
            }

            fields[HeaderUtilities.RemoveQuotes(part.Name).ToString()] = Encoding.UTF8.GetString(buffer, 0, length);
        }

        return null;
    }
}
