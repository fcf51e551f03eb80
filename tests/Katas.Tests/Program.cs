using Katas.Tests;
using Katas.Tests.Board;
using Microsoft.Testing.Platform.Builder;

return Parent.Run(args) ?? await Specs(args);

// Apart: the process that only waits loads nothing of this.
static async Task<int> Specs(string[] args)
{
    var builder = await TestApplication.CreateBuilderAsync(args);
    SelfRegisteredExtensions.AddSelfRegisteredExtensions(builder, args);
    using var tests = await builder.BuildAsync();
    return Parent.Ended(await tests.RunAsync());
}
