using System.Dynamic;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

public static class Reflecting
{
    public static string Fields_and_properties()
    {
        var it = new Subject { Open = 3 };
        var type = typeof(Subject);
        type.GetField("hidden", BindingFlags.NonPublic | BindingFlags.Instance)!.SetValue(it, 8);
        type.GetProperty("Text")!.SetValue(it, "t");
        type.GetField("Shared")!.SetValue(null, 4);
        return Say(it.Hidden, it.Text, Subject.Shared, type.GetField("Open")!.GetValue(it));
    }

    public static string Members_of_a_type()
    {
        return Say(typeof(Subject).GetMethods(BindingFlags.Public | BindingFlags.Instance
                | BindingFlags.DeclaredOnly).Select(m => m.Name),
            typeof(Subject).GetConstructors().Length, typeof(Subject).GetProperties().Select(p => p.Name),
            typeof(Subject).GetNestedTypes().Length);
    }

    public static string Instance_fields_of_a_type()
    {
        return Say(typeof(Subject).GetFields(BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.Instance).Select(f => f.Name));
    }

    public static string Invocation()
    {
        var it = Activator.CreateInstance<Subject>();
        var add = typeof(Subject).GetMethod("Add")!;
        object?[] arguments = [2, 0];
        var said = add.Invoke(it, arguments);
        var generic = typeof(Subject).GetMethod("Same")!.MakeGenericMethod(typeof(int));
        return Say(said, arguments, generic.Invoke(null, [5]),
            Thrown(() => typeof(Subject).GetMethod("Fail")!.Invoke(it, null)));
    }

    public static string Attributes()
    {
        var note = typeof(Subject).GetCustomAttribute<NoteAttribute>()!;
        var onMember = typeof(Subject).GetMethod("Add")!.GetCustomAttributes<NoteAttribute>();
        return Say(note.Text, note.Kinds, onMember.Select(n => n.Text),
            typeof(Subject).GetMethod("Add")!.GetParameters()[0].GetCustomAttribute<NoteAttribute>()!.Text);
    }

    public static string Generic_types()
    {
        var type = typeof(Dictionary<,>).MakeGenericType(typeof(string), typeof(int));
        dynamic d = Activator.CreateInstance(type)!;
        d.Add("a", 3);
        return Say(type.Name, d["a"], nameof(List<>), typeof(Subject).IsGenericType);
    }

    public static string Delegates_made_at_run_time()
    {
        var method = typeof(Subject).GetMethod("Same")!.MakeGenericMethod(typeof(string));
        var same = method.CreateDelegate<Func<string, string>>();
        return Say(same("x"), Delegate.CreateDelegate(typeof(Func<string>), new Subject(), "ToString").DynamicInvoke());
    }

    public static string Unsafe_accessors()
    {
        var it = new Subject();
        Hidden(it) = 6;
        return Say(Hidden(it), Secret(it, 4));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "hidden")]
    static extern ref int Hidden(Subject of);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Secret")]
    static extern int Secret(Subject of, int n);

    public static string Dynamic_calls()
    {
        dynamic it = new Subject { Open = 4 };
        it.Open += 2;
        it.Text = "d";
        dynamic n = 3;
        return Say(it.Open, it.Add(n, out int _), n + 1.5, n > 2, it.Text + n, (int)n,
            Thrown(() => it.Missing()).Split(':')[0]);
    }

    public static string Dynamic_objects()
    {
        dynamic bag = new ExpandoObject();
        bag.Name = "x";
        bag.Twice = (Func<int, int>)(n => 2 * n);
        dynamic echo = new Echo();
        return Say(bag.Name, bag.Twice(4), echo.Anything, echo.Call(1, 2), echo[3]);
    }

    public static string Dynamic_dispatch()
    {
        object[] all = [1, "s", 2.5, 'c'];
        return Say(all.Select(o => Kind((dynamic)o)));
    }

    static string Kind(int n) => "int";
    static string Kind(string n) => "string";
    static string Kind(object n) => "object";

    public static string Expression_trees()
    {
        var by = 3;
        Expression<Func<int, int>> e = n => n * by + Twice(n);
        by = 4;
        Expression<Func<Subject, bool>> f = s => s.Open > 2 && s.Text == "q";
        return Say(e.Body.NodeType, e.Compile()(5), f, f.Compile()(new Subject { Open = 3, Text = "q" }));
    }

    static int Twice(int n) => 2 * n;

    public static string Expression_trees_of_fields_and_closures()
    {
        var it = new Subject { Open = 1 };
        Expression<Func<int>> get = () => it.Open + Subject.Shared;
        var compiled = get.Compile();
        it.Open = 10;
        Subject.Shared = 100;
        Expression<Func<int[], int, int>> at = (a, i) => a[i] + a.Length;
        return Say(compiled(), at.Compile()([5, 6], 1));
    }

    public static string Built_expressions()
    {
        var n = Expression.Parameter(typeof(int));
        var sum = Expression.Variable(typeof(int));
        var done = Expression.Label(typeof(int));
        var body = Expression.Block([sum], Expression.Loop(Expression.IfThenElse(
            Expression.GreaterThan(n, Expression.Constant(0)),
            Expression.AddAssign(sum, Expression.PostDecrementAssign(n)),
            Expression.Break(done, sum)), done));
        return Say(Expression.Lambda<Func<int, int>>(body, n).Compile()(4));
    }

    public static string Type_names()
    {
        var local = new { A = 1 };
        return Say(typeof(Subject).FullName, typeof(int?).Name, typeof(int[,]).Name,
            typeof(List<string[]>).ToString(), local.GetType().GetProperties().Length, nameof(Subject.Open),
            default(Subject)?.GetType(), MethodBase.GetCurrentMethod()!.Name);
    }

    public static string Calling_method()
    {
        return Say(Me(), new System.Diagnostics.StackFrame(0).GetMethod()!.Name);
        [MethodImpl(MethodImplOptions.NoInlining)]
        static string Me([CallerMemberName] string name = "") => name;
    }

    public static string Resources_and_module_initialiser() => Say(Started, typeof(Subject).Assembly.GetName().Name);

    public static bool Started;

    [ModuleInitializer]
    internal static void Start() => Started = true;

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    class NoteAttribute(string text) : Attribute
    {
        public string Text => text;
        public Type[] Kinds = [];
    }

    [Note("class", Kinds = [typeof(int), typeof(List<>)])]
    public class Subject
    {
        public int Open;
        public static int Shared;
        int hidden = 1;
        public int Hidden => hidden;
        public string? Text { get; set; }
        [Note("one"), Note("two")]
        public int Add([Note("parameter")] int n, out int old) { old = Open; return Open += n; }
        public static T Same<T>(T it) => it;
        public void Fail() => throw new InvalidOperationException("inside");
        int Secret(int n) => n * hidden;
        public override string ToString() => "subject";
        public class Nested;
    }

    class Echo : DynamicObject
    {
        public override bool TryGetMember(GetMemberBinder b, out object? result)
        {
            result = b.Name;
            return true;
        }

        public override bool TryInvokeMember(InvokeMemberBinder b, object?[]? args, out object? result)
        {
            result = $"{b.Name}{args!.Length}";
            return true;
        }

        public override bool TryGetIndex(GetIndexBinder b, object[] indexes, out object? result)
        {
            result = indexes[0];
            return true;
        }
    }
}
