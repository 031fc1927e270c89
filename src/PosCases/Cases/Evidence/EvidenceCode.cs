namespace PosCases.Cases.Evidence;

/// <summary>The catalogue of papers. Names and photo hints are texts of the screens.</summary>
public static class EvidenceCode
{
    /// <summary>Every code, in the order in which lists show them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "BUSINESS_LICENSE", "LEGAL_REP_ID", "AUTHORIZATION_LETTER", "SETTLEMENT_ACCOUNT_PROOF", "ACQUIRING_AGREEMENT",
        "STOREFRONT_PHOTO", "INTERIOR_PHOTO", "CASHIER_PHOTO", "TERMINAL_SN_PHOTO", "LEASE_CONTRACT",
        "SALES_SLIP", "RECEIPT", "ORDER_RECORD", "INVOICE", "PURCHASE_ORDER", "DELIVERY_NOTE", "CHAT_LOG", "CCTV_CLIP",
        "BANK_STATEMENT", "SETTLEMENT_REPORT", "STATEMENT_OF_FACTS", "CHANGE_PROOF", "REPAIR_RECORD", "SYSTEM_NOTICE",
        "MEASURE_NOTICE", "CALL_RECORD", "POLICE_RECEIPT", "INDUSTRY_PERMIT", "TAX_PROOF", "REFUND_PROOF", "UNDERTAKING",
        "ACCESS_LOG", "BUYER_IDENTITY", "CASE_TRANSACTION_LIST", Rectification, Other,
    ];

    /// <summary>A paper that fits no other code.</summary>
    public const string Other = "OTHER";

    /// <summary>Shows that something found by a self-inspection, or planned after a freeze, was done.</summary>
    public const string Rectification = "RECTIFICATION_RECORD";

    /// <summary>Papers that hold personal data by their kind: a redacted pack has them as redacted copies or not at all.</summary>
    public static IReadOnlyList<string> OnPersons { get; } =
        ["LEGAL_REP_ID", "AUTHORIZATION_LETTER", "SETTLEMENT_ACCOUNT_PROOF", "SALES_SLIP", "CHAT_LOG", "CCTV_CLIP", "BANK_STATEMENT", "CALL_RECORD", "BUYER_IDENTITY"];

    /// <summary>Whether the catalogue has the code.</summary>
    public static bool Exists(string code) => All.Contains(code);
}
