using PosCases.Platform.Data;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Packs;

/// <summary>The letter that covers a pack: one version of it, which never changes.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Number of the version.</param>
/// <param name="Sha256">Hash of its file in the pack, hexadecimal; none until the pack is made.</param>
public sealed record PackLetter(Guid Id, string Title, int Number, string? Sha256)
{
    /// <summary>Name of its file in the zip.</summary>
    public const string FileName = "cover-letter.docx";
}

/// <summary>A letter as it is put into a pack.</summary>
/// <param name="Letter">Which version it is, with the hash of the file.</param>
/// <param name="Paper">What it says.</param>
/// <param name="File">Its file.</param>
public sealed record CoverPaper(PackLetter Letter, PrintDocument Paper, byte[] File);

/// <summary>The letters that may cover a pack. Letters know cases and not the other way round, so they implement it.</summary>
public interface ICoverLetters
{
    /// <summary>Takes the final version of a letter as a cover.</summary>
    /// <returns>The version; or why it may not go out.</returns>
    Task<Result<PackLetter>> ChooseAsync(AppDb db, CaseId id, Guid letter, Actor actor, CancellationToken ct);

    /// <summary>Prints a version that was taken.</summary>
    /// <returns>The paper; none when the version is no longer the final one of its letter.</returns>
    Task<PrintDocument?> PrintAsync(AppDb db, PackLetter letter, DateTimeOffset at, CancellationToken ct);
}
