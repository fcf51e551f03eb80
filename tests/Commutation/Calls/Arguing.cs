using System.Reflection;
using System.Text;
using Commutation.Subjects;

namespace Commutation.Calls;

/// <summary>Calls that are handed the shared object as an argument.</summary>
static class Arguing
{
    static readonly Type[] helpers =
    [
        typeof(Enumerable), typeof(MemoryExtensions), typeof(string),
        // Another assembly of the tests has a type of the same name.
        Type.GetType("System.Collections.Generic.CollectionExtensions, System.Collections")!,
        typeof(Array),
        typeof(System.Collections.Immutable.ImmutableList),
        typeof(System.Collections.Immutable.ImmutableHashSet),
        typeof(System.Collections.Frozen.FrozenSet),
        typeof(System.Collections.Frozen.FrozenDictionary),
        typeof(System.Xml.Linq.Extensions), typeof(System.Xml.XPath.Extensions),
        typeof(Buffer), typeof(System.Buffers.BuffersExtensions),
        typeof(System.Runtime.InteropServices.CollectionsMarshal),
        typeof(TextWriter), typeof(TextReader), typeof(Stream),
        typeof(System.Numerics.BigInteger), typeof(Task),
    ];

    /// <summary>Look at any object; the last of them look at the reference only.</summary>
    static readonly string[] anyObject =
    [
        "string.Concat((object)x, null)", "$\"{x}\"", "string.Format(\"{0}\", x)",
        "System.Convert.ToString((object)x)", "((object)x).ToString()",
        "System.ArgumentNullException.ThrowIfNull((object)x);", "System.GC.KeepAlive(x);",
        "object.ReferenceEquals(x, null)",
        "new System.Collections.Generic.List<object> { x }.Count",
    ];

    static readonly Type[] consumersOfSequences =
    [
        typeof(List<>), typeof(HashSet<>), typeof(Queue<>), typeof(Stack<>), typeof(SortedSet<>),
        typeof(LinkedList<>),
    ];

    static readonly Type[] otherConsumers =
    [
        typeof(StringBuilder), typeof(StringWriter), typeof(StreamReader), typeof(BinaryReader),
        typeof(System.Collections.ArrayList), typeof(System.Collections.Hashtable),
        typeof(MemoryStream), typeof(Random), typeof(Encoding),
    ];

    public static IEnumerable<Call> All(Subject subject) =>
        subject.View is not null ? []
            : Any(subject).Concat(Sample.Of(Static(subject), 40)).Concat(Consumed(subject));

    static IEnumerable<Call> Any(Subject subject) =>
        subject.Type.IsByRefLike ? []
            : anyObject.Select(text => new Call(text, text,
                text.EndsWith(';') ? $"{text} return null;" : $"return {text};"));

    static IEnumerable<Call> Static(Subject subject) =>
        from helper in helpers
        where helper != subject.Type
        from method in helper.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where Exclusions.Reason(method) is null && !method.IsSpecialName
        from parameter in method.GetParameters()
        where parameter.ParameterType != typeof(object) && parameter.Position < 2
            && !parameter.ParameterType.IsByRef
        let closed = Generics.For(method, parameter, subject.Type)
        where closed is not null
        let call = CallText.Of(closed, TypeNames.Full(helper), subject, 0,
            closed.GetParameters()[parameter.Position])
        where call is not null
        select call;

    static IEnumerable<Call> Consumed(Subject subject) =>
        from consumer in Consumers(subject.Type)
        let name = TypeNames.Full(consumer)
        from call in Sample.Of(
            Made(consumer, name, subject).Concat(Fed(consumer, name, subject)), 3)
        select call;

    static IEnumerable<Type> Consumers(Type type)
    {
        var element = type.GetInterfaces().Append(type).FirstOrDefault(t =>
            t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        var item = element?.GetGenericArguments()[0];
        return otherConsumers.Concat(item is null || item.IsGenericType ? []
            : consumersOfSequences.Select(c => c.MakeGenericType(item)));
    }

    static IEnumerable<Call> Made(Type consumer, string name, Subject subject) =>
        consumer.GetConstructors().Where(c => c.GetParameters() is [var only]
                && only.ParameterType != typeof(object)
                && only.ParameterType.IsAssignableFrom(subject.Type))
            .Take(1)
            .Select(_ => new Call($"new {TypeNames.Short(consumer)}(x)",
                $"new {TypeNames.Short(consumer)}", $"return new {name}(x);"));

    static IEnumerable<Call> Fed(Type consumer, string name, Subject subject) =>
        consumer.GetConstructor([]) is null || consumer.IsAbstract ? []
            : from method in consumer.GetMethods(BindingFlags.Public | BindingFlags.Instance)
              where Exclusions.Reason(method) is null && !method.IsGenericMethod
              from parameter in method.GetParameters()
              where parameter.ParameterType != typeof(object)
                && parameter.ParameterType.IsAssignableFrom(subject.Type)
              let call = CallText.Of(method, "c", subject, 0, parameter, "c")
              where call is not null
              select call with
              {
                  Name = $"new {TypeNames.Short(consumer)}()" + call.Name[1..],
                  Body = $"var c = new {name}(); {call.Body}",
              };
}
