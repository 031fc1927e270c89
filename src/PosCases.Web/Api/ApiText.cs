namespace PosCases.Web.Api;

/// <summary>The texts of the API: what its operations and fields are, and why it refuses.</summary>
public sealed class ApiText;
