using PosCases.Merchants;

namespace PosCases.Cases.Retention;

/// <summary>What a further part of the product keeps of a merchant, to be handed to him with the rest.</summary>
/// <param name="Name">What the part is called in the file.</param>
/// <param name="Data">What it keeps, to be written as JSON.</param>
/// <param name="Files">Its papers that may be handed out.</param>
public sealed record MerchantShare(string Name, object Data, IReadOnlyList<ExportedFile> Files);

/// <summary>A part of the product that keeps something of merchants; cases do not know which parts there are.</summary>
public interface IMerchantData
{
    /// <summary>What it keeps of a merchant, as far as whoever exports may see it.</summary>
    Task<MerchantShare> OfAsync(MerchantId id, CancellationToken ct);
}

/// <summary>A part of the product that keeps words of people about a case; cases do not know which parts there are.</summary>
public interface ICaseForgetting
{
    /// <summary>Takes out what people wrote; that it was there stays.</summary>
    Task ForgetAsync(CaseId id, CancellationToken ct);
}
