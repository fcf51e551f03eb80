using System.Reflection;

namespace Interleavings.Tests.Primitives;

/// <summary>A public member of a disposable primitive, and a call of it.</summary>
/// <param name="Signature">As in "Wait(Int32, CancellationToken)".</param>
internal sealed record DisposableMember(
    Type Type, string Signature, Func<IDisposable> Make, Action<IDisposable> Call)
{
    public override string ToString() => $"{Name(Type)}.{Signature}";

    /// <summary>What a call throws; null if it returns.</summary>
    internal static Type? Thrown(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (AggregateException exception)
        {
            return exception.InnerException!.GetType();
        }
        catch (Exception exception)
        {
            return exception.GetType();
        }
    }

    /// <summary>All that a type and the library's classes above it declare, without disposal itself.</summary>
    internal static IEnumerable<string> SignaturesOf(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        for (var home = type; home is not null && home != typeof(object) && home != typeof(MarshalByRefObject);
            home = home.BaseType)
        {
            foreach (var method in home.GetMethods(declared))
            {
                if (method.Name is not ("Dispose" or "DisposeAsync" or "Close" or "ToString"))
                    yield return SignatureOf(method);
            }
        }
    }

    private static string SignatureOf(MethodInfo method) =>
        $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => Name(p.ParameterType)))})";

    private static string Name(Type type) => !type.IsGenericType ? type.Name
        : $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
}

/// <summary>The members of one type, listed by hand, because a call must be seen to be explored.</summary>
internal sealed class DisposableMembers<T>(Func<T> make) : List<DisposableMember> where T : class, IDisposable
{
    internal void Add(string signature, Action<T> call) => Add(signature, make, call);

    /// <summary>With an object of its own: one at which the call does not wait.</summary>
    internal void Add(string signature, Func<T> made, Action<T> call) =>
        Add(new DisposableMember(typeof(T), signature, made, target => call((T)target)));
}
