using HostileKatas;
using Microsoft.Testing.Platform.Builder;

if (args is ["--host", var list, var told])
{
    Host.Run(File.ReadAllLines(list), told);
    return 0;
}

if (args is ["--specs", var results])
{
    Host.RunSpecs(results);
    return 0;
}
if (args is ["--busy"])
{
    Load.KeepBusy();
    return 0;
}

var builder = await TestApplication.CreateBuilderAsync(args);
SelfRegisteredExtensions.AddSelfRegisteredExtensions(builder, args);
using var tests = await builder.BuildAsync();
return await tests.RunAsync();
