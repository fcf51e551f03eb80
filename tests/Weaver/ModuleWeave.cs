using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Weaving.Control;
using Weaving.Passes;

namespace Weaving;

/// <summary>One module being woven: every method by every pass.</summary>
sealed class ModuleWeave
{
    // What comes first at the same instruction runs first.
    readonly IPass[] passes =
    [
        new AwaitsByHand(),
        new CatchHandlers(),
        new ForeignFields(),
        new Loops(),
        new Exposures(),
        new FieldAccesses(),
        new StaticFieldAccesses(),
        new ArrayElements(),
        new GridElements(),
        new Indirections(),
        new DelegateTargets(),
        new PassedAddresses(),
        new RawAccesses(),
        new ModelArguments(),
        new Clones(),
        new CallsOutside(),
        new Chances(),
        new UnseenChanges(),
        new StackAllocations(),
        new Finalizers(),
        new DerivedSources(),
        new ForeignReceivers(),
        new LibraryStatics(),
        new LibraryCalls(),
        new Enumerations(),
        new Serializers(),
        new ObjectCalls(),
        new ConstantSpans(),
        new SpanCalls(),
        new ParameterDisposals(),
        new Calls(),
        new Allocations(),
    ];

    readonly ModuleDefinition module;
    readonly Dictionary<IMetadataScope, bool> wovenScopes = [];
    readonly ForeignAwaits foreignAwaits;
    readonly Queue<(MethodDefinition Method, string? Site)> pending = [];

    public ModuleWeave(ModuleDefinition module, ModuleDefinition explorer, Settings settings)
    {
        this.module = module;
        ReadOnlyFields.OpenThoseOfAsRef(module);
        Foreign = new(this, explorer.Assembly, settings);
        Hooks = new(module, explorer);
        Replacements = new(module, explorer);
        Models = new(module, explorer, Replacements);
        Constructions = new(this, module);
        Callbacks = new(module);
        StandIns = new(this);
        foreignAwaits = new(this, module, explorer);
    }

    public Hooks Hooks { get; }

    public Models Models { get; }

    public Replacements Replacements { get; }

    public Constructions Constructions { get; }

    public Callbacks Callbacks { get; }

    public StandIns StandIns { get; }

    public ForeignCode Foreign { get; }

    public TypeSystem Types => module.TypeSystem;

    /// <summary>Whether a type is of this module, so that it is still being woven.</summary>
    public bool Owns(TypeDefinition type) => type.Module == module;

    public void Run()
    {
        var types = module.GetAllTypes().Where(t => !t.IsCompilersOwn()).ToList();
        foreignAwaits.FindCalls();
        Replacements.Apply();
        var statics = types.Select(StaticFields.Of).OfType<StaticFields>().ToList();
        foreach (var method in types.SelectMany(t => t.Methods).Where(m => m.HasCode()))
            pending.Enqueue((method, null));
        while (pending.TryDequeue(out var next))
            Weave(next.Method, next.Site);
        foreach (var type in statics)
            type.MakeResettable(this);
        types.ForEach(ReadOnlyFields.Open);
    }

    /// <summary>Adds a method that stands in for one at <paramref name="site"/>, to be woven too.</summary>
    public void Add(MethodDefinition method, string site) => pending.Enqueue((method, site));

    /// <summary>Whether code of this type passes hooks of its own: it is here, or carries the mark.</summary>
    public bool IsWoven(TypeReference type)
    {
        if (type is GenericParameter or ArrayType or ByReferenceType or PointerType
            or FunctionPointerType)
            return false;
        var scope = type.GetElementType().Scope;
        if (wovenScopes.TryGetValue(scope, out var woven))
            return woven;
        var home = type.Definition().Module;
        woven = home == module || WovenMark.IsOn(home.Assembly);
        return wovenScopes[scope] = woven;
    }

    void Weave(MethodDefinition method, string? site)
    {
        try
        {
            method.Body.SimplifyMacros();
            var weave = new MethodWeave(this, method, site);
            var entry = site is null ? Entry.Hook(weave) : [];
            var synchronized = Synchronized.Of(weave);
            foreach (var pass in passes)
                pass.Weave(weave);
            foreignAwaits.Weave(weave);
            if (Entry.IsCounted(entry))
                Exits.Weave(weave);
            weave.Apply();
            synchronized?.Wrap();
            Entry.Insert(method.Body, [.. entry, .. synchronized?.Entry() ?? []]);
            method.Body.OptimizeMacros();
        }
        catch (Exception cause) when (cause is not WeaveException { InnerException: not null })
        {
            throw new WeaveException($"{method.FullName} can't be woven: {cause.Message}", cause);
        }
    }
}
