using PosCases.Cases.Transactions;
using PosCases.Cases.Worklist;
using PosCases.Insight;

namespace PosCases.IntegrationTests;

/// <summary>Makes messages whose fields all say something.</summary>
internal static class Samples
{
    public static object Of(Type message)
    {
        var constructor = message.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
    }

    private static object? Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? "sample"
            : type == typeof(Guid) ? Guid.NewGuid()
            : type == typeof(int) ? 1
            : type == typeof(bool) ? true
            : type == typeof(CaseFilter) ? new CaseFilter()
            : type == typeof(InsightFilter) ? new InsightFilter { Region = "r", Institution = Guid.NewGuid() }
            : type == typeof(TransactionFilter) ? new TransactionFilter { Text = "x" }
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? ListOf(type.GetGenericArguments()[0])
            : type.IsValueType && type.GetConstructor([typeof(Guid)]) is { } id ? id.Invoke([Guid.NewGuid()])
            : type.IsValueType ? Activator.CreateInstance(type)
            : null;
    }

    private static Array ListOf(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Value(item), 0);
        return list;
    }
}
