using System.Reflection;
using System.Runtime.Loader;
using Interleavings.Tests.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Shouldly;
using Weaving;

namespace Interleavings.Tests.Weaving;

/// <summary>
/// A constructor of a library that lets its object get out; classes of a program over it.
/// </summary>
sealed class LibraryConstructorTests
{
    const string library = """
        public abstract class Posting
        {
            public static volatile object Posted;
            public readonly int Before;
            public readonly int After;
            protected Posting() { Before = 5; Posted = this; After = 5; }
        }
        public class Plain
        {
            public int N { get; init; }
        }
        """;

    const string program = """
        using System;
        using System.Threading;
        public sealed class Derived : Posting
        {
            public readonly int N;
            public readonly int Field = 5;
            public Derived() { N = 5; }
        }
        public sealed class PostingPlain : Plain
        {
            public PostingPlain() { Posting.Posted = this; }
        }
        public static class Program
        {
            public static void OwnField() => Seen(() => new Derived(), o => ((Derived)o).N);
            public static void OwnInitialised() => Seen(() => new Derived(), o => ((Derived)o).Field);
            public static void LibrarysBefore() => Seen(() => new Derived(), o => ((Derived)o).Before);
            public static void LibrarysAfter() => Seen(() => new Derived(), o => ((Derived)o).After);
            public static void LibrarysInit() =>
                Seen(() => new PostingPlain { N = 5 }, o => ((Plain)o).N);
            static void Seen(Func<object> make, Func<object, int> look)
            {
                var maker = new Thread(() => make());
                maker.Start();
                if (Posting.Posted is { } seen && look(seen) != 5) throw new Exception("not yet");
                maker.Join();
            }
        }
        """;

    DirectoryInfo folder = null!;
    Assembly woven = null!;

    [OneTimeSetUp]
    public void Weave_both()
    {
        folder = Directory.CreateTempSubdirectory("library");
        var plain = Path.Combine(folder.FullName, "Posts.dll");
        var wovenLibrary = Path.Combine(folder.FullName, "woven", "Posts.dll");
        Compile("Posts", library, plain, []);
        Weaver.Weave(plain, wovenLibrary, Compiled.Framework);
        var caller = Path.Combine(folder.FullName, "Caller.dll");
        var wovenCaller = Path.Combine(folder.FullName, "woven", "Caller.dll");
        Compile("Caller", program, caller, [plain]);
        Weaver.Weave(caller, wovenCaller, [wovenLibrary, .. Compiled.Framework]);
        var context = new AssemblyLoadContext("library");
        context.LoadFromAssemblyPath(wovenLibrary);
        woven = context.LoadFromAssemblyPath(wovenCaller);
    }

    [OneTimeTearDown]
    public void Delete_them() => folder.Delete(recursive: true);

    [TestCase("OwnField", Outcome.Broken)]
    [TestCase("OwnInitialised", Outcome.Proved)]
    [TestCase("LibrarysBefore", Outcome.Proved)]
    [TestCase("LibrarysAfter", Outcome.Broken)]
    [TestCase("LibrarysInit", Outcome.Broken)]
    public void A_field_that_is_set_too_late_is_seen_across_assemblies(string name, Outcome expected)
    {
        var run = woven.GetType("Program")!.GetMethod(name)!.CreateDelegate<Action>();

        var verdict = Explorer.Explore(run);

        verdict.Outcome.ShouldBe(expected, verdict.ToString());
    }

    static void Compile(string name, string source, string path, string[] references)
    {
        var result = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)],
                Compiled.Framework.Concat(references).Select(p => MetadataReference.CreateFromFile(p)),
                new(OutputKind.DynamicallyLinkedLibrary))
            .Emit(path);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
    }
}
