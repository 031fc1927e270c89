namespace PosCases.Platform.Messages;

/// <summary>The name by which logs, audit and receipts know a message: that of its use case.</summary>
public static class MessageName
{
    /// <summary>E.g. <c>ApproveResolution</c> for <c>ApproveResolution.Command</c>.</summary>
    public static string Of(Type message) => message.DeclaringType?.Name ?? message.Name;
}
