using System.Text;
using Commutation.Calls;
using Commutation.Primitives;
using Commutation.Subjects;

namespace Commutation.Sources;

/// <summary>Writes a subject as a class of C#; each call has a line of its own.</summary>
static class Printer
{
    public const string Usings = """
        global using System; global using System.Buffers; global using System.Collections;
        global using System.Collections.Concurrent; global using System.Collections.Frozen;
        global using System.Collections.Generic; global using System.Collections.Immutable;
        global using System.Collections.ObjectModel; global using System.Collections.Specialized;
        global using System.ComponentModel; global using System.Data;
        global using System.Diagnostics; global using System.Diagnostics.Metrics;
        global using System.Globalization;
        global using System.IO; global using System.IO.Compression; global using System.Linq;
        global using System.Numerics; global using System.Text; global using System.Text.Json;
        global using System.Text.Json.Nodes; global using System.Text.RegularExpressions;
        global using System.Threading; global using System.Xml; global using System.Xml.Linq;
        global using System.Xml.XPath; global using static Made;

        public static class Made
        {
            public static T Disposed<T>(T made) where T : IDisposable
            {
                made.Dispose();
                return made;
            }

            public static object? InBlock(Func<object?> block) => block();

            public static T After<T>(T made, Action<T> use)
            {
                use(made);
                return made;
            }

            public static XmlDocument Loaded(string text)
            {
                var document = new XmlDocument();
                document.LoadXml(text);
                return document;
            }

            public static DataTable Table()
            {
                var table = new DataTable("t");
                table.Columns.Add("n", typeof(int));
                table.Rows.Add(3);
                return table;
            }
        }
        """;

    /// <summary>The line of the first call, from 0.</summary>
    public const int FirstCall = 4;

    public static string Class(string name, Subject subject, IReadOnlyList<Call> calls)
    {
        var type = TypeNames.Full(subject.Type);
        // A struct lives in its variable, so that is what the calls share.
        var isStruct = subject.Type.IsValueType && subject.View is null;
        var parameters = (isStruct ? $"ref {type} x" : $"{type} x")
            + (subject.View is { } view ? $", {TypeNames.Full(view.Type)} v" : "");
        var passed = (isStruct ? "ref s.X" : "s.X") + (subject.View is null ? "" : ", s.V");

        var text = new StringBuilder();
        text.Append("#nullable enable annotations\n#pragma warning disable\n");
        text.Append($"public static class {name}\n{{\n");
        for (var i = 0; i < calls.Count; i++)
            text.Append($"    static object? C{i}({parameters}) {{ {calls[i].Body} }}\n");
        text.Append("    public sealed class Shared { public ");
        text.Append(isStruct ? "" : "readonly ").Append(type).Append(" X;");
        text.Append(subject.View is null
            ? "" : $" public readonly {TypeNames.Full(subject.View.Type)} V;");
        text.Append($" public Shared(int state) {{ {type} x = Make(state); X = x; ");
        text.Append(subject.View is null ? "" : $"V = {subject.View.Text}; ").Append("} }\n");
        text.Append($"    static {type} Make(int state)\n    {{\n");
        for (var i = 1; i < subject.States.Length; i++)
            text.Append($"        if (state == {i}) return {subject.States[i]};\n");
        text.Append($"        return {subject.States[0]};\n    }}\n");
        text.Append("    static object? Seen(Shared s) { ");
        text.Append(subject.Observed is "null" ? "return null; }\n" : subject.Observed is { } seen
            ? $"try {{ var x = s.X; return {seen}; }} catch (Exception e) {{ return "
                + (subject.MayBlock ? "\"!\" + e.GetType().Name" : "e") + "; }}\n"
            : "return s; }\n");
        text.Append("    static object? Call(int call, Shared s)\n    {\n");
        text.Append("        switch (call)\n        {\n");
        for (var i = 0; i < calls.Count; i++)
            text.Append($"            case {i}: return C{i}({passed});\n");
        return text.Append(Cases).Append(subject.MayBlock ? WaitingRuns.Text : Runs).ToString();
    }

    const string Cases = """
                    default: throw new ArgumentException();
                }
            }

        """;

    const string Runs = """
            static object? Caught(int call, Shared s)
            {
                try { return Call(call, s); }
                catch (Exception e) { return e; }
            }
            public static object Start(int state) => new Shared(state);
            public static object? Alone(object shared, int call) => Caught(call, (Shared)shared);
            public static object?[] InOrder(int state, int first, int second, bool swapped)
            {
                var s = new Shared(state);
                object? a = null, b = null;
                var t = new Thread(() => a = Caught(first, s));
                var u = new Thread(() => b = Caught(second, s));
                (swapped ? u : t).Start();
                (swapped ? u : t).Join();
                (swapped ? t : u).Start();
                (swapped ? t : u).Join();
                return new object?[] { a, b, Seen(s) };
            }
            public static object?[] OnTwoThreads(int state, int first, int second)
            {
                var s = new Shared(state);
                object? a = null, b = null;
                var t = new Thread(() => a = Caught(first, s));
                var u = new Thread(() => b = Caught(second, s));
                t.Start();
                u.Start();
                t.Join();
                u.Join();
                return new object?[] { a, b, Seen(s) };
            }
        }

        """;
}
